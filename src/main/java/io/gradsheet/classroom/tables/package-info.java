/**
 * The points of a class as a table that a school's system imports. It knows who has how many points, and nothing of how they were found.
 */
package io.gradsheet.classroom.tables;
