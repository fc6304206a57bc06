package io.gradsheet.classroom.roster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a roster holds, by the names that learning platforms and schools give it, in English, German and Chinese. */
public enum ColumnKind {
    /** The number that the school gave a student. */
    STUDENT_NUMBER,
    /** Any other number: a school's own, a platform's own, or that of a person in a grading worksheet. */
    ID,
    USERNAME,
    EMAIL,
    FULL_NAME,
    FIRST_NAME,
    LAST_NAME,
    /** Points of the assignment, in a grading worksheet of Moodle. */
    GRADE,
    /** The most points that the assignment gives, in a grading worksheet of Moodle. */
    MAXIMUM,
    /** What is written to the student, in a grading worksheet of Moodle. */
    FEEDBACK;

    private static final Map<String, ColumnKind> KINDS = Stream.of(values())
            .flatMap(kind -> kind.names().stream().map(name -> Map.entry(name, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What a column of that name holds, if it is one of these. */
    public static Optional<ColumnKind> of(String head) {
        return Optional.ofNullable(KINDS.get(normal(head)));
    }

    /** A name as people mean it: small letters, single spaces, no colon or star at its end. */
    public static String normal(String head) {
        return head.replaceAll("[\\s\\u00A0\\u3000]+", " ")
                .replaceAll("[:：*]+$", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a column of this kind says who somebody is. */
    public boolean identifies() {
        return switch (this) {
            case STUDENT_NUMBER, ID, USERNAME, EMAIL, FULL_NAME, FIRST_NAME, LAST_NAME -> true;
            case GRADE, MAXIMUM, FEEDBACK -> false;
        };
    }

    private Set<String> names() {
        return switch (this) {
            case STUDENT_NUMBER ->
                Set.of(
                        "student id",
                        "studentid",
                        "student number",
                        "student no",
                        "student no.",
                        "id number",
                        "id-number",
                        "idnumber",
                        "sis user id",
                        "sis id",
                        "orgdefinedid",
                        "org defined id",
                        "matriculation number",
                        "matrikelnummer",
                        "matrikelnr",
                        "matrikelnr.",
                        "matrikel-nr.",
                        "matr.-nr.",
                        "matr.nr.",
                        "matrnr",
                        "id-nummer",
                        "schülernummer",
                        "学号",
                        "学生学号",
                        "学生编号",
                        "id号",
                        "id 号",
                        "學號");
            case ID -> Set.of("id", "identifier", "编号", "标识", "标识符", "标识号");
            case USERNAME ->
                Set.of(
                        "username",
                        "user name",
                        "login",
                        "login id",
                        "sis login id",
                        "benutzername",
                        "anmeldename",
                        "kennung",
                        "用户名",
                        "登录名");
            case EMAIL ->
                Set.of(
                        "email",
                        "e-mail",
                        "mail",
                        "email address",
                        "e-mail address",
                        "e-mail-adresse",
                        "email-adresse",
                        "emailadresse",
                        "邮箱",
                        "电子邮件",
                        "电子邮箱",
                        "电子邮件地址",
                        "email地址");
            case FULL_NAME ->
                Set.of(
                        "name",
                        "student",
                        "full name",
                        "fullname",
                        "student name",
                        "name of student",
                        "vollständiger name",
                        "schüler",
                        "schülerin",
                        "studierende",
                        "姓名",
                        "学生姓名",
                        "全名",
                        "学生");
            case FIRST_NAME -> Set.of("first name", "firstname", "given name", "forename", "vorname", "名", "名字");
            case LAST_NAME ->
                Set.of("last name", "lastname", "surname", "family name", "nachname", "familienname", "姓", "姓氏");
            case GRADE -> Set.of("grade", "bewertung", "成绩", "分数");
            case MAXIMUM -> Set.of("maximum grade", "bestwertung", "最高分", "最高成绩", "满分");
            case FEEDBACK -> Set.of("feedback comments", "feedback als kommentar", "反馈评论", "反馈评语", "反馈意见", "评语");
        };
    }
}
