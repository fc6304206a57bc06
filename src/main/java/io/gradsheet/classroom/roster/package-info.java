/**
 * Lists of students as schools and their learning platforms have them: read from whatever table was saved, and remembered row by row,
 * so that marks go back under the very columns that they are known by there.
 */
package io.gradsheet.classroom.roster;
