package io.gradsheet.classroom;

/**
 * For whom a workbook is made. Both texts come from outside, and are shown as they are.
 *
 * @param id as in the roster, each only once
 * @param name as in the roster
 */
public record Student(String id, String name) {
    private static final int LONGEST = 80;

    /** The name of the student's files, without an ending: of id and name, what any disk can have. */
    public String fileName() {
        var whole =
                (id + "_" + name).replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        var most = Math.min(whole.length(), LONGEST);
        return whole.substring(0, most > 0 && Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most);
    }
}
