package io.gradsheet.testing;

import io.gradsheet.cli.GradSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program in a process of its own.
 *
 * @param folder where it runs
 * @param options of the Java that runs it
 * @param environment variables that differ from this process's
 */
public record ChildJvm(Path folder, List<String> options, Map<String, String> environment) {
    /** What came of a run. Line ends are those of Unix. */
    public record Result(int code, String out, String err) {}

    /** One that runs in a folder. */
    public static ChildJvm in(Path folder) {
        return new ChildJvm(folder, List.of(), Map.of());
    }

    /** The same with more options for Java. */
    public ChildJvm with(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new ChildJvm(folder, all, environment);
    }

    /** The same with another variable. */
    public ChildJvm env(String variable, String value) {
        var all = new HashMap<>(environment);
        all.put(variable, value);
        return new ChildJvm(folder, options, all);
    }

    /** Starts a command; what it prints goes to two files in {@code talk}. */
    public Process start(Path talk, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GradSheet.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(talk.resolve("out").toFile())
                .redirectError(talk.resolve("err").toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    public Result run(String... arguments) {
        try {
            var talk = Files.createTempDirectory("gradsheet-test-");
            var code = start(talk, arguments).waitFor();
            var result = new Result(code, text(talk.resolve("out")), text(talk.resolve("err")));
            Files.delete(talk.resolve("out"));
            Files.delete(talk.resolve("err"));
            Files.delete(talk);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
