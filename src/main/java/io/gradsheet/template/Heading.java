package io.gradsheet.template;

import java.util.Optional;

/**
 * What an experiment says of itself.
 *
 * @param lesson the id of the lesson that it is for, {@code 4.3-backpropagation}
 * @param title the template's own title in the language of the workbook, if it has one
 * @param about what the learner sees, in a sentence or two in that language, if the template says it
 * @param language of the workbook's texts
 */
public record Heading(String lesson, Optional<String> title, Optional<String> about, Language language) {}
