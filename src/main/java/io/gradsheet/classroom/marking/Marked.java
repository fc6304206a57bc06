package io.gradsheet.classroom.marking;

import io.gradsheet.check.Displacement;
import io.gradsheet.classroom.Task;
import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workbook that is marked.
 *
 * @param id of the student it was made for
 * @param name of the student it was made for
 * @param file that came back
 * @param places where the cells of the handout are in it
 * @param tasks as this student has them
 * @param answers in the order of the tasks and of their cells
 * @param pasted cells that had a formula when they were handed out and hold a number or a text now, blanks aside
 * @param changed givens that are no longer what they were
 * @param foreign formulas, by their places in the file, for which the value stands that the student's program saved, each with the function
 *     that the engine lacks
 */
public record Marked(
        String id,
        String name,
        ReturnedFile file,
        Displacement places,
        List<Task> tasks,
        List<Answer> answers,
        List<Address> pasted,
        List<Address> changed,
        Map<Address, String> foreign) {
    public Marked {
        tasks = List.copyOf(tasks);
        answers = List.copyOf(answers);
        pasted = List.copyOf(pasted);
        changed = List.copyOf(changed);
        foreign = Collections.unmodifiableMap(new LinkedHashMap<>(foreign));
    }

    /** The same with other answers. */
    Marked with(List<Answer> others) {
        return new Marked(id, name, file, places, tasks, others, pasted, changed, foreign);
    }

    /** The same as another's. */
    Marked under(String otherId, String otherName, ReturnedFile otherFile, List<Answer> others) {
        return new Marked(otherId, otherName, otherFile, places, tasks, others, pasted, changed, foreign);
    }

    /** The same, handed in by somebody. */
    Marked from(Optional<Submitter> submitter) {
        return new Marked(id, name, file.from(submitter), places, tasks, answers, pasted, changed, foreign);
    }

    /** The same, each answer joined to its task and cell again, in whose order they are: where marks are kept, these are not repeated. */
    Marked joined() {
        var answers = this.answers.iterator();
        var joined = new ArrayList<Answer>();
        for (var task : tasks) {
            for (var blank : task.blanks()) {
                joined.add(answers.next().to(task, blank));
            }
        }
        return with(joined);
    }

    /** The answers to a task. */
    List<Answer> answers(Task task) {
        return answers.stream()
                .filter(answer -> answer.task().number() == task.number())
                .toList();
    }
}
