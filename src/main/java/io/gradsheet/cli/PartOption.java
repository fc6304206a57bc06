package io.gradsheet.cli;

import io.gradsheet.classroom.Part;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A part as users write it, {@code 3/16}. */
final class PartOption implements ITypeConverter<Part> {
    @Override
    public Part convert(String text) {
        return Part.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "a part is written as 3/16, the third of sixteen; there may be up to 10,000"));
    }
}
