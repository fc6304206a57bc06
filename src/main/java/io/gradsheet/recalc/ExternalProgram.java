package io.gradsheet.recalc;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program of someone else's: where it is, and how it is run.
 *
 * @param title what users call it
 * @param variable the environment variable that says where it is, if it is nowhere usual
 * @param commands what it is called on the search path
 * @param usualPlaces where installers put it off the search path
 * @param howToInstall ends the message that it is missing
 * @param environment the variables this process was started with
 */
record ExternalProgram(
        String title,
        String variable,
        List<String> commands,
        List<String> usualPlaces,
        String howToInstall,
        Map<String, String> environment) {
    private static final String PRINTED = "printed.txt";
    private static final int MOST_COMPLAINT = 300;

    /** @throws EngineException if the variable names something that is not a program */
    Optional<Path> find() {
        var told = environment.getOrDefault(variable, "");
        if (!told.isBlank()) {
            return Optional.of(program(told)
                    .orElseThrow(() -> new EngineException(variable + " is set to " + told
                            + ", where there is no program: set it to " + title + "'s program")));
        }
        return Stream.concat(onSearchPath(), usualPlaces.stream())
                .flatMap(place -> program(place).stream())
                .findFirst();
    }

    private Stream<String> onSearchPath() {
        var folders = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(folders)
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> commands.stream().map(command -> folder + File.separator + command));
    }

    private static Optional<Path> program(String place) {
        try {
            return Optional.of(Path.of(place)).filter(Files::isRegularFile).filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Where the program is.
     *
     * @throws EngineException if it is missing
     */
    Path require() {
        return find().orElseThrow(() -> new EngineException(
                title + " was not found: " + howToInstall + " or set " + variable + " to its program"));
    }

    /**
     * Runs the program to its end. What it prints goes to a file in the folder, and so never holds it up.
     *
     * @param arguments of the program
     * @param settings environment variables in place of, or besides, this process's
     * @throws EngineException if the program is missing, cannot be started, fails, or takes longer than {@code limit}
     */
    void run(List<String> arguments, Map<String, String> settings, ScratchFolder folder, Duration limit) {
        var program = require();
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.path().resolve(PRINTED).toFile());
        builder.environment().putAll(settings);
        var process = start(builder);
        folder.keep(process);
        try {
            // A program that asks a question gets no answer.
            process.getOutputStream().close();
            if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new EngineException(title + tooLate(limit));
            }
            if (process.exitValue() != 0) {
                throw new EngineException(
                        title + " failed (exit code " + process.exitValue() + ")" + complaint(folder) + whatToDo());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(title + " was interrupted", e);
        } catch (IOException e) {
            throw new EngineException(title + " cannot be talked to: " + e.getMessage() + whatToDo(), e);
        } finally {
            folder.stop(process);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EngineException(title + " cannot be started: " + e.getMessage() + whatToDo(), e);
        }
    }

    private String whatToDo() {
        return "; see that it runs by itself, or set " + variable + " to another";
    }

    /** What an engine that was stopped did not do. */
    static String tooLate(Duration limit) {
        return " did not finish within " + shown(limit)
                + " and was stopped: allow more with --timeout, or take fewer epochs";
    }

    private static String shown(Duration limit) {
        return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    /** The end of what a program printed, for a message; empty if it printed nothing. */
    static String complaint(ScratchFolder folder) {
        try {
            var printed =
                    new String(Files.readAllBytes(folder.path().resolve(PRINTED)), Charset.defaultCharset()).strip();
            return printed.isEmpty()
                    ? ""
                    : ": "
                            + printed.substring(Math.max(0, printed.length() - MOST_COMPLAINT))
                                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            return "";
        }
    }
}
