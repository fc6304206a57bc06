package io.gradsheet.classroom;

/**
 * For whom a workbook is made. Both texts come from outside, and are shown as they are.
 *
 * @param id as in the roster, each only once
 * @param name as in the roster
 */
public record Student(String id, String name) {}
