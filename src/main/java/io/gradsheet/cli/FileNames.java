package io.gradsheet.cli;

import io.gradsheet.template.FileName;
import io.gradsheet.template.TemplateException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How files are named on the command line: what ends like a folder must be one. */
final class FileNames implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
        if (name.isBlank()) {
            throw new TypeConversionException("the name of a file is missing");
        }
        var path = path(name);
        if (name.matches(".*[/\\\\]") && !Files.isDirectory(path)) {
            throw new TypeConversionException("there is no folder " + name + ": create it, or leave the last "
                    + name.charAt(name.length() - 1) + " out");
        }
        return path;
    }

    private static Path path(String name) {
        try {
            return FileName.path(name);
        } catch (TemplateException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
