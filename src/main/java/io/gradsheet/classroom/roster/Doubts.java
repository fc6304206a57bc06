package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.Student;
import io.gradsheet.table.Table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a spreadsheet program may have done to ids before they were saved. */
final class Doubts {
    /** How a spreadsheet shows a number that is too long for its column, and saves it. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+[eE]\\+?|[eE]\\+)\\d+");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final String file;
    private final Map<Student, Row> rows;

    /** @param rows of the students, in their order */
    Doubts(String file, Map<Student, Row> rows) {
        this.file = file;
        this.rows = rows;
    }

    List<String> warnings() {
        var warnings = new ArrayList<String>();
        rows.keySet().forEach(student -> {
            if (ROUNDED.matcher(student.id()).matches()) {
                warnings.add(place(student) + ": the id " + student.id()
                        + " looks like a number that a spreadsheet program has rounded; format the column as text, and put"
                        + " the whole id in");
            }
        });
        addZeros(warnings);
        return warnings;
    }

    private void addZeros(List<String> warnings) {
        var before = new HashMap<String, Student>();
        var numbers = rows.keySet().stream()
                .filter(student -> DIGITS.matcher(student.id()).matches())
                .toList();
        for (var student : numbers) {
            var other = before.putIfAbsent(student.id().replaceFirst("^0+(?=.)", ""), student);
            if (other != null) {
                warnings.add(place(student) + ": the id " + student.id() + " is that of line "
                        + rows.get(other).number() + ", " + other.id()
                        + ", but for zeros at the front; make sure that these are"
                        + " two students");
            }
        }
        if (warnings.isEmpty()) {
            addLostZeros(warnings, numbers);
        }
    }

    /** Where ids that begin with 0 have all the same length, others have it too unless they have lost their zeros. */
    private void addLostZeros(List<String> warnings, List<Student> numbers) {
        var lengths = numbers.stream()
                .filter(student -> student.id().startsWith("0"))
                .map(student -> student.id().length())
                .distinct()
                .toList();
        if (lengths.size() != 1) {
            return;
        }
        numbers.stream()
                .filter(student -> student.id().length() < lengths.get(0))
                .findFirst()
                .ifPresent(student -> warnings.add(place(student) + ": the id " + student.id()
                        + " is shorter than those that begin with 0; if a spreadsheet program has taken zeros off its"
                        + " front, format the column as text, and put them in"));
    }

    private String place(Student student) {
        return file + ":" + rows.get(student).number();
    }
}
