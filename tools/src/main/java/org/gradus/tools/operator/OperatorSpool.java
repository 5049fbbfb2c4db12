package org.gradus.tools.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.engine.message.OperatorAction;

/// Commands on their way from an operator's terminal to a running engine: one file each in a folder only the owner can
/// read, written whole before it is seen. The journal tells repeated ids apart, so a command is carried out once.
public final class OperatorSpool {
    private static final String ENDING = ".command";
    private final Path folder;

    /// One command.
    ///
    /// @param releases      for a resume, the sum of [org.gradus.engine.message.Release] bits
    /// @param clientOrderId for an approval or veto, else 0
    public record Command(long idHigh, long idLow, OperatorAction action, int releases, long clientOrderId,
            String principal) {
    }

    public OperatorSpool(Path folder) {
        this.folder = folder;
    }

    /// @throws IllegalArgumentException when no engine was ever started there
    public void submit(OperatorAction action, int releases, long clientOrderId) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no run folder at " + folder.getParent());
        }
        SecureRandom random = new SecureRandom();
        long high = random.nextLong();
        long low = random.nextLong();
        String line = String.join(" ", Long.toHexString(high), Long.toHexString(low), action.name(),
                Integer.toString(releases), Long.toString(clientOrderId), System.getProperty("user.name", "operator")
                .replace(' ', '_')) + "\n";
        String name = System.currentTimeMillis() + "-" + Long.toHexString(high);
        try {
            Path draft = folder.resolve(name + ".draft");
            Files.writeString(draft, line, StandardCharsets.UTF_8);
            Files.move(draft, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot leave the command at " + folder, refused);
        }
    }

    /// Takes what has arrived, oldest first.
    public List<Command> take() {
        List<Command> commands = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                String[] words = Files.readString(file, StandardCharsets.UTF_8).trim().split(" ");
                commands.add(new Command(Long.parseUnsignedLong(words[0], 16), Long.parseUnsignedLong(words[1], 16),
                        OperatorAction.valueOf(words[2]), Integer.parseInt(words[3]), Long.parseLong(words[4]),
                        words[5]));
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot read the operator's commands at " + folder, refused);
        }
        return commands;
    }
}
