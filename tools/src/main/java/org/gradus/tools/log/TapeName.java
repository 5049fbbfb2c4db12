package org.gradus.tools.log;

/// What people call a tape: the bare name of its file, for folders are long and mostly the same.
public final class TapeName {
    private static final String MADE_UP = "synthetic ";

    private TapeName() {
    }

    /// @param name as config or command line name it
    public static String shown(String name) {
        return name.startsWith(MADE_UP) ? name
                : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
