package io.gradsheet.lesson;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells English from what is the same in all languages: symbols, the names of sheets and functions, the program's own. */
public final class EnglishText {
    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z0-9_\\\\])[A-Za-z]{4,}(?![A-Za-z0-9_(])");
    /** A function of a spreadsheet, or a logical operation, SUMPRODUCT or NAND. */
    private static final Pattern FUNCTION = Pattern.compile("[A-Z]+");

    /** The id of a lesson, 4.3-backpropagation. */
    private static final Pattern LESSON = Pattern.compile("\\d+\\.\\d+-[a-z-]+");

    private static final Set<String> OF_ALL_LANGUAGES = Set.of(
            "Answers",
            "Tasks",
            "Numbers",
            "OpenDocument",
            "GradSheet",
            "gradsheet",
            "verify",
            "Java",
            "Excel",
            "LibreOffice",
            "Gnumeric",
            "Guide",
            "Data",
            "Exercise",
            "Training",
            "Cost",
            "Zoom",
            "Test",
            "Confusion",
            "Boundary",
            "Curve",
            "Live",
            "Predict",
            "Check",
            "Backpropagation",
            "Shifts",
            "Gradient",
            "Evaluations",
            "Errors",
            "Gradients",
            "Forward",
            "Parameters",
            "Variables",
            "Counts",
            "Sums",
            "Solver",
            "Start",
            "Steps",
            "Rates",
            "Map",
            "Source",
            "Values",
            "Rosenbrock",
            "SUMPRODUCT",
            "INDEX",
            "NAND",
            "Mazur",
            "ReLU",
            "sigmoid",
            "softmax",
            "softplus",
            "leaky",
            "linear",
            "step",
            "tanh",
            "xlsx");

    private EnglishText() {}

    /** Whether a word of four letters or more is English. */
    public static boolean isIn(String text) {
        return WORD.matcher(LESSON.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(word -> !FUNCTION.matcher(word).matches())
                .anyMatch(word -> !OF_ALL_LANGUAGES.contains(word));
    }
}
