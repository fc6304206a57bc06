/**
 * Tables as people keep them, read as rows of texts: CSV with any separator, columns parted by spaces, ARFF, any of them packed with
 * gzip, and the cells of an .xlsx workbook. {@link io.gradsheet.table.TableFile} makes a text of a file, and
 * {@link io.gradsheet.table.Table} reads rows from such a text. Files may come from strangers: what is no file, is too large, or would
 * unpack to too much is refused in a sentence, a {@link io.gradsheet.table.TableException}. What the texts mean is not known here.
 */
package io.gradsheet.table;
