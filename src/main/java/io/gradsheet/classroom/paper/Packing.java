package io.gradsheet.classroom.paper;

import java.util.ArrayList;
import java.util.List;

/** Which tasks come on which page: in order, on as few pages as can be, and on these as evenly as can be. */
final class Packing {
    private Packing() {}

    /** How high things are on one page. */
    @FunctionalInterface
    interface Height {
        /** Of those from the first to the last, both included. */
        double of(int first, int last);
    }

    /**
     * The first thing of each page.
     *
     * @param count how many things there are
     * @param room on a page; what is higher by itself has a page of its own
     */
    static List<Integer> of(int count, Height height, double room) {
        var pages = new int[count + 1];
        var unused = new double[count + 1];
        var from = new int[count + 1];
        for (var end = 1; end <= count; end++) {
            pages[end] = Integer.MAX_VALUE;
            for (var first = end - 1; first >= 0; first--) {
                var needed = height.of(first, end - 1);
                if (needed > room && first < end - 1) {
                    break;
                }
                var left = Math.max(0, room - needed);
                var waste = unused[first] + left * left;
                if (pages[first] + 1 < pages[end] || (pages[first] + 1 == pages[end] && waste < unused[end])) {
                    pages[end] = pages[first] + 1;
                    unused[end] = waste;
                    from[end] = first;
                }
            }
        }
        var firsts = new ArrayList<Integer>();
        for (var end = count; end > 0; end = from[end]) {
            firsts.add(0, from[end]);
        }
        return firsts;
    }
}
