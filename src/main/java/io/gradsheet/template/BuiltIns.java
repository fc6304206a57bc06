package io.gradsheet.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The templates that travel with the program, in its jar or in its folder of classes. */
final class BuiltIns {
    static final String FOLDER = "templates";
    static final String ENDING = ".yaml";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Pattern SECTION = Pattern.compile("\\d+(\\.\\d+)*+");

    private BuiltIns() {}

    /** Whether a word is the number of a chapter or of a section. */
    static boolean isNumber(String word) {
        return SECTION.matcher(word).matches();
    }

    /** Whether a template belongs to a chapter or section: 2.10-rosenbrock to 2 and 2.10, but not to 2.1. */
    static boolean isIn(String number, String name) {
        return name.startsWith(number + ".") || name.startsWith(number + "-");
    }

    /** Whether one has this name; to list them all takes longer. */
    static boolean has(String name) {
        return !name.contains("/")
                && !name.contains("\\")
                && BuiltIns.class.getResource("/" + FOLDER + "/" + name + ENDING) != null;
    }

    /** Their names, in the order of the sections that they begin with: 2.9 before 2.10. */
    static List<String> names() {
        try {
            return names(Path.of(BuiltIns.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program runs from a place that is no file", e);
        }
    }

    static List<String> names(Path home) {
        try {
            return Files.isDirectory(home) ? inFolder(home.resolve(FOLDER)) : inJar(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return sorted(files.map(file -> file.getFileName().toString()));
        }
    }

    private static List<String> inJar(Path jar) throws IOException {
        // The virtual machine has the jar's directory at hand, and a file system of it would read it anew.
        var start = FOLDER + "/";
        try (var zip = new ZipFile(jar.toFile())) {
            return sorted(zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(start))
                    .map(name -> name.substring(start.length()))
                    .filter(name -> !name.contains("/")));
        }
    }

    private static List<String> sorted(Stream<String> files) {
        return files.filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .sorted(Comparator.comparing(BuiltIns::withWideNumbers))
                .toList();
    }

    private static String withWideNumbers(String name) {
        return NUMBER.matcher(name)
                .replaceAll(match -> "0".repeat(9 - match.group().length()) + match.group());
    }
}
