/**
 * A plan becomes an .xlsx file. {@link io.gradsheet.xlsx.WorkbookFile} writes a {@link io.gradsheet.sheet.Plan} with Apache
 * POI: what is small (captions, looks, charts, shapes) is built in memory, the rows of the bodies stream through. The file
 * appears whole or not at all, and the same plan gives the same bytes. How a cell looks follows from its kind and its role,
 * and is decided in {@code Looks} alone.
 */
package io.gradsheet.xlsx;
