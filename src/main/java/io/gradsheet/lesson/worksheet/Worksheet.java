package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Block;
import io.gradsheet.template.WorksheetExperiment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** A lesson that is said in its template. */
public final class Worksheet implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/worksheet/Worksheet";

    private final WorksheetExperiment recorded;
    private final WorksheetExperiment now;
    private final Texts texts;
    private final List<Page> pages;
    private final Places places = new Places();

    /** The lesson as its template has it. */
    public Worksheet(WorksheetExperiment experiment) {
        this(experiment, experiment);
    }

    private Worksheet(WorksheetExperiment recorded, WorksheetExperiment now) {
        this.recorded = recorded;
        this.now = now;
        this.texts = new Texts(BUNDLE, now.heading().language());
        this.pages = now.pages().stream().map(page -> new Page(page, texts)).toList();
        pages.forEach(page -> page.settle(places));
    }

    @Override
    public Lesson with(Inputs inputs) {
        return new Worksheet(recorded, recorded.with(new Givens(recorded, places).read(inputs)));
    }

    @Override
    public Plan plan() {
        var evaluation = Evaluation.of(now);
        var original = now.equals(recorded) ? evaluation : Evaluation.of(recorded);
        requireSame(original);
        var sheets = new ArrayList<SheetPlan>();
        var roles = EnumSet.noneOf(Role.class);
        for (var page : pages) {
            var painted = page.paint(places, evaluation);
            sheets.add(painted.sheet());
            roles.addAll(painted.roles());
        }
        sheets.add(new Results(recorded, places)
                .check(new Check(texts), evaluation, original)
                .sheet());
        return Assembly.of(now, texts, guide(roles), sheets, List.of());
    }

    /** What theory says is the same must be so in the template's own numbers. */
    private void requireSame(Evaluation evaluation) {
        for (var page : recorded.pages()) {
            Evaluation.flat(page.content())
                    .filter(Block.Same.class::isInstance)
                    .map(Block.Same.class::cast)
                    .filter(same -> !(evaluation.distance(same) <= same.tolerance()))
                    .findFirst()
                    .ifPresent(same -> {
                        throw new UnrepresentableException(same.place() + ": " + same.title()
                                + " does not hold: the sides"
                                + " differ by " + evaluation.distance(same) + "; correct one of them, or widen its"
                                + " tolerance");
                    });
        }
    }

    private SheetPlan guide(EnumSet<Role> roles) {
        var guide = new Guide(texts, now);
        now.pages().forEach(page -> guide.sheet(page.name(), RichText.of(page.about())));
        guide.sheet(Check.NAME);
        roles.stream().filter(role -> texts.has("guide.role." + role)).forEach(guide::legend);
        return guide.build(now.heading().about().orElse(""));
    }

    @Override
    public List<Plan.Name> symbols() {
        return places.all();
    }

    @Override
    public Optional<Course> course() {
        return Optional.empty();
    }
}
