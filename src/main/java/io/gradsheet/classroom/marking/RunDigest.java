package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Seal;
import io.gradsheet.classroom.Student;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A digest of what a run of marking was given, in hexadecimal figures. The seed is the key of what it holds of the template. */
final class RunDigest {
    private RunDigest() {}

    static String of(Template template, List<Setting> settings, List<Student> students, String secret) {
        var identity = new Identity(template.name(), Edition.PRACTICE, Optional.empty(), "");
        var texts = new StringBuilder(new Seal(secret.isEmpty() ? " " : secret)
                .of(identity, template.read(settings).provenance()));
        students.forEach(student -> List.of(student.id(), student.name())
                .forEach(text -> texts.append(text.length()).append(' ').append(text)));
        return of(texts.toString());
    }

    static String of(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
