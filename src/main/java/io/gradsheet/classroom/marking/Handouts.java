package io.gradsheet.classroom.marking;

import java.util.List;

/** Which handout each of the workbooks of a run was once. */
interface Handouts {
    /**
     * The handout that a workbook was.
     *
     * @param fileName for whom to take it if it says nothing
     * @throws UnmarkableException if it is none of these
     */
    Handout of(Claim claim, String fileName);

    /** What there is to say once, of all of them. */
    List<String> remarks();
}
