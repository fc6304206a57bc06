package io.gradsheet.cli;

import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.classroom.roster.RosterColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a roster is read, where its column names do not tell. */
final class RosterOptions {
    @Option(
            names = "--id-column",
            paramLabel = "NAME",
            description = "The column of ids in the roster, where its row of column names does not tell.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--name-column",
            paramLabel = "NAME",
            description = "The column of names in the roster; given twice, first and last name.")
    private List<String> names = new ArrayList<>();

    Roster read(Path file) {
        return Roster.read(file, new RosterColumns(id, names));
    }

    boolean isUsed() {
        return id.isPresent() || !names.isEmpty();
    }
}
