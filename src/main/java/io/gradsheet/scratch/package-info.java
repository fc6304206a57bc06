/**
 * Folders that last no longer than the run that makes them. {@link io.gradsheet.scratch.RunFolder} removes its folder when it is closed,
 * and, where a run was killed before it could, the next run does.
 */
package io.gradsheet.scratch;
