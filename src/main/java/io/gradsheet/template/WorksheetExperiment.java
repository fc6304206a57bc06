package io.gradsheet.template;

import java.util.List;
import java.util.Map;

/**
 * A lesson that is said in its template.
 *
 * @param pages a sheet for each
 * @param changed inputs that a learner has changed, by id: of an {@link Input} or of a column
 */
public record WorksheetExperiment(Heading heading, Provenance provenance, List<Page> pages, Map<String, Matrix> changed)
        implements Experiment {
    /**
     * A sheet.
     *
     * @param name of its tab
     * @param about what it is for
     */
    public record Page(String name, String title, String about, List<Block> content) {
        public Page {
            content = List.copyOf(content);
        }
    }

    public WorksheetExperiment {
        pages = List.copyOf(pages);
        changed = Map.copyOf(changed);
    }

    @Override
    public String subject() {
        return provenance.name();
    }

    @Override
    public List<String> remarks() {
        return RoundedComparisons.in(pages);
    }

    /** The same lesson with other numbers in its inputs; of a choice, the number of the option from 0. */
    public WorksheetExperiment with(Map<String, Matrix> inputs) {
        return new WorksheetExperiment(heading, provenance, pages, inputs);
    }
}
