package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People by the letters of their names: whom a platform's name may mean is found without asking everybody of a large class. */
final class Namesakes {
    private final Map<String, List<Student>> people = new HashMap<>();

    Namesakes(Collection<Student> people) {
        people.forEach(person -> this.people
                .computeIfAbsent(Submitter.sortedLetters(person.name()), letters -> new ArrayList<>())
                .add(person));
    }

    /** All who may be meant, see {@link Submitter#mayBe}, in the order that they were given in. */
    List<Student> meantBy(Submitter submitter) {
        return people.getOrDefault(Submitter.sortedLetters(submitter.name()), List.of()).stream()
                .filter(person -> submitter.mayBe(person.name()))
                .toList();
    }
}
