/**
 * From a YAML template and its CSV data to an {@link io.gradsheet.template.Experiment}. A
 * {@link io.gradsheet.template.Template} says where the texts come from: from the jar, from a file, or from a workbook that was
 * made of them. Whatever is wrong in them is a {@link io.gradsheet.template.TemplateException}: one sentence that begins with
 * file, line and column. Templates and data may come from strangers: their size, depth and references are bounded, and the
 * texts of a workbook name no file on disk.
 *
 * <p>Inside, {@code YamlText} and {@code Setting}s make a tree of nodes that know their places; {@code Entry} and
 * {@code Section} read it with types and limits; an {@code ExperimentKind} says which keys there are and what they mean.
 */
package io.gradsheet.template;
