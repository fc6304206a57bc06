package io.gradsheet.template;

import io.gradsheet.table.TableException;
import io.gradsheet.table.TableFile;
import io.gradsheet.table.TableText;
import io.gradsheet.template.Provenance.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the texts of a template come from. */
sealed interface Origin {
    /** The template's name, without folder and ending. */
    String name();

    TextFile template();

    /** Settings that the template was read with before. */
    List<Setting> settings();

    /** The data file that the template calls {@code name}; {@code named} is where it does, {@code sheet} which one of a workbook. */
    TableText data(String name, Place named, Optional<String> sheet);

    /** The folder on disk that names of data files count from; empty for a workbook, which carries its data. */
    Optional<Path> folder();

    /** The files on disk that hold the template and the data files of these names. */
    List<Path> paths(Set<String> data);

    /** From the class path. Data that is not there either, because a setting names it, is in the working folder. */
    record BuiltIn(String name) implements Origin {
        @Override
        public TextFile template() {
            var file = name + BuiltIns.ENDING;
            return resource(file, TextFile.LARGEST_TEMPLATE)
                    .orElseThrow(() -> new IllegalStateException(file + " is not in the program"));
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public TableText data(String file, Place named, Optional<String> sheet) {
            try (var in = stream(file)) {
                return in == null
                        ? onDisk(Path.of(""), "the working folder", file, named, sheet)
                        : TableFile.read(file, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(Path.of(""));
        }

        @Override
        public List<Path> paths(Set<String> data) {
            return data.stream()
                    .filter(name -> BuiltIn.class.getResource("/" + BuiltIns.FOLDER + "/" + name) == null)
                    .map(Path::of)
                    .toList();
        }

        private static InputStream stream(String file) {
            return BuiltIn.class.getResourceAsStream("/" + BuiltIns.FOLDER + "/" + file);
        }

        private static Optional<TextFile> resource(String file, int limit) {
            try (var in = stream(file)) {
                return in == null ? Optional.empty() : Optional.of(TextFile.read(file, in, limit));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** From a file; data is looked for from the file's folder. */
    record OnDisk(Path path) implements Origin {
        @Override
        public String name() {
            return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        }

        @Override
        public TextFile template() {
            try (var in = TextFile.opened(path)) {
                return TextFile.read(path.toString(), in, TextFile.LARGEST_TEMPLATE);
            } catch (NoSuchFileException e) {
                throw new TemplateException(path + ": there is no such file; check its name and folder");
            } catch (IOException e) {
                throw new TemplateException(path + ": cannot be read: " + TextFile.reason(path, e));
            }
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public TableText data(String file, Place named, Optional<String> sheet) {
            return onDisk(path.resolveSibling(""), "the template's folder", file, named, sheet);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(path.resolveSibling(""));
        }

        @Override
        public List<Path> paths(Set<String> data) {
            return Stream.concat(Stream.of(path), data.stream().map(path::resolveSibling))
                    .toList();
        }
    }

    /** From a workbook. Its names are only names: none is looked for on disk. */
    record Embedded(Provenance provenance) implements Origin {
        @Override
        public String name() {
            return provenance.name();
        }

        @Override
        public TextFile template() {
            return new TextFile(Wording.shown(name()) + BuiltIns.ENDING, provenance.yaml());
        }

        @Override
        public List<Setting> settings() {
            return provenance.settings();
        }

        @Override
        public TableText data(String file, Place named, Optional<String> sheet) {
            return Optional.ofNullable(provenance.files().get(file))
                    .map(text -> new TableText(Wording.shown(file), text))
                    .orElseThrow(() -> named.complaint(
                            "the workbook holds no data file called " + Wording.quoted(file) + "; generate it again"));
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public List<Path> paths(Set<String> data) {
            return List.of();
        }
    }

    /** A template that is being written, and the texts of its data files. */
    record Drafted(TextFile template, Map<String, TableText> files) implements Origin {
        @Override
        public String name() {
            return template.label();
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public TableText data(String file, Place named, Optional<String> sheet) {
            return files.get(file);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public List<Path> paths(Set<String> data) {
            return List.of();
        }
    }

    private static TableText onDisk(Path folder, String called, String name, Place named, Optional<String> sheet) {
        var path = folder.resolve(path(name, named));
        try {
            return new TableFile(path, path.toString(), sheet).read();
        } catch (NoSuchFileException e) {
            throw named.complaint("there is no data file " + path + "; its name counts from " + called);
        } catch (IOException e) {
            throw named.complaint("the data file " + path + " cannot be read: " + TextFile.reason(path, e));
        } catch (TableException e) {
            throw e.isBinary()
                    ? new Place(path.toString())
                            .complaint(
                                    "this is no text; if it holds images in the form of MNIST, name the file of their"
                                            + " labels in data.labels")
                    : new TemplateException(e.getMessage());
        }
    }

    private static Path path(String name, Place named) {
        try {
            return FileName.path(name);
        } catch (TemplateException e) {
            throw named.complaint(e.getMessage());
        }
    }
}
