/**
 * A plan becomes an .xlsx file. {@link io.gradsheet.xlsx.WorkbookFile} writes a {@link io.gradsheet.sheet.Plan} with Apache
 * POI: what surrounds the cells (looks, charts, shapes, pages) is built in memory, and the rows stream into it. The file
 * appears whole or not at all, and the same plan gives the same bytes. How a cell looks follows from its kind and its role,
 * and is decided in {@code Looks} alone.
 */
package io.gradsheet.xlsx;
