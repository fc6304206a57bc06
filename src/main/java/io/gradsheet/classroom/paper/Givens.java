package io.gradsheet.classroom.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the givens of a page's tasks stand: what several tasks need at its top, what several answers of a task need below its title, and
 * what one answer needs beside it.
 */
final class Givens {
    private final List<List<Answer>> tasks;
    private final Set<Given> page = new LinkedHashSet<>();

    /** The givens of a page. */
    Givens(List<List<Answer>> tasks) {
        this.tasks = tasks;
        var readers = new LinkedHashMap<Given, Set<Integer>>();
        var inOneTask = new HashSet<Given>();
        for (var i = 0; i < tasks.size(); i++) {
            var before = new HashSet<Given>();
            for (var answer : tasks.get(i)) {
                for (var given : answer.reads()) {
                    readers.computeIfAbsent(given, key -> new LinkedHashSet<>()).add(i);
                    if (!before.add(given) || !given.isSingle()) {
                        inOneTask.add(given);
                    }
                }
            }
        }
        // What single answers need stands beside each of them: it is found there sooner.
        readers.forEach((given, users) -> {
            if (users.size() > 1 && inOneTask.contains(given) && isClear(given, readers)) {
                page.add(given);
            }
        });
    }

    /** Whether nothing else that is given there, and no answer of the page, has the same name. */
    private boolean isClear(Given given, Map<Given, Set<Integer>> all) {
        return isAlone(given, all.keySet())
                && tasks.stream()
                        .flatMap(List::stream)
                        .noneMatch(answer -> (" " + answer.label()).endsWith(" " + given.name()));
    }

    private static boolean isAlone(Given given, Set<Given> all) {
        return all.stream().filter(other -> other.name().equals(given.name())).count() == 1;
    }

    /** What stands at the top of the page. */
    List<Given> ofPage() {
        return page.stream()
                .filter(given -> page.stream().noneMatch(other -> other.contains(given)))
                .toList();
    }

    /** What stands below the title of a task. */
    List<Given> ofTask(int task) {
        var readers = new LinkedHashMap<Given, Set<Integer>>();
        for (var i = 0; i < tasks.get(task).size(); i++) {
            for (var given : tasks.get(task).get(i).reads()) {
                readers.computeIfAbsent(given, key -> new LinkedHashSet<>()).add(i);
            }
        }
        var shared = new ArrayList<Given>();
        readers.forEach((given, users) -> {
            var everywhere =
                    users.size() > 1 || (!given.isSingle() && given.cells().size() == 1 && isWide(given));
            if (everywhere && !page.contains(given) && isAlone(given, readers.keySet())) {
                shared.add(given);
            }
        });
        return shared.stream()
                .filter(given -> shared.stream().noneMatch(other -> other.contains(given))
                        && page.stream().noneMatch(other -> other.contains(given)))
                .toList();
    }

    /** Too wide to stand beside an answer. */
    private static boolean isWide(Given given) {
        return given.cells().get(0).size() > 6;
    }

    /** What stands beside an answer. */
    List<Given> ofAnswer(int task, int answer) {
        var above = ofTask(task);
        return tasks.get(task).get(answer).reads().stream()
                .filter(given -> !page.contains(given) && !above.contains(given))
                .filter(given -> above.stream().noneMatch(other -> other.contains(given))
                        && page.stream().noneMatch(other -> other.contains(given)))
                .toList();
    }
}
