package org.gradus.tools.launch;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `--home`. An empty text, as an unset variable of a shell gives it, would name the working folder.
final class HomeFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the name is empty, expected a folder");
        }
        return Path.of(text);
    }
}
