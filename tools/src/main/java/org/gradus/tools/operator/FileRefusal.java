package org.gradus.tools.operator;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why the disk refused, in words that an operator can act on: the library names the file and often leaves out the
/// cause, which is then only in the type.
public final class FileRefusal {
    private FileRefusal() {
    }

    public static String words(IOException refused) {
        String reason = refused instanceof FileSystemException named ? named.getReason() : refused.getMessage();
        if (reason != null && !reason.isBlank()) {
            return reason;
        }
        return switch (refused) {
            case AccessDeniedException _ -> "Permission denied";
            case NoSuchFileException _ -> "No such file or directory";
            default -> refused.toString();
        };
    }
}
