package org.gradus.tools.operator;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.message.Release;

/// What an operator asks of a running engine, as one line of text in a file.
///
/// @param releases      for a resume, the sum of [Release] bits
/// @param clientOrderId for an approval or veto, else 0
/// @param principal     who asks, one word
/// @param seen          for a resume, the record whose state that person looked at; 0 for whatever is latched, as in
///                      commands of earlier versions, which end before it
public record OperatorCommand(long idHigh, long idLow, OperatorAction action, int releases, long clientOrderId,
                              String principal, long seen) {
    private static final int WORDS = 7;
    private static final int ALL_RELEASES = (1 << Release.values().length) - 1;
    private static final int LONGEST_PRINCIPAL = 64;

    /// A new command of the person who runs this program.
    public static OperatorCommand of(OperatorAction action, int releases, long clientOrderId) {
        return of(action, releases, clientOrderId, 0);
    }

    /// @param seen see above
    public static OperatorCommand of(OperatorAction action, int releases, long clientOrderId, long seen) {
        SecureRandom random = new SecureRandom();
        return new OperatorCommand(random.nextLong(), random.nextLong(), action, releases, clientOrderId,
            principalHere(), seen);
    }

    /// The name of the account this program runs under, in letters that do no harm.
    public static String principalHere() {
        String name = System.getProperty("user.name", "operator").replaceAll("[^A-Za-z0-9._@-]", "_");
        return name.isEmpty() ? "operator" : name.substring(0, Math.min(name.length(), LONGEST_PRINCIPAL));
    }

    String line() {
        return String.join(" ", Long.toHexString(idHigh), Long.toHexString(idLow), action.label(),
            Integer.toString(releases), Long.toString(clientOrderId), principal,
            Long.toString(seen)) + "\n";
    }

    /// @throws IllegalArgumentException that says what is wrong with the line
    static OperatorCommand parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.size() != WORDS && words.size() != WORDS - 1) {
            throw new IllegalArgumentException("expected " + WORDS + " words, found " + words.size());
        }
        long bits = number(words.get(3), "releases");
        int releases = bits < 0 || bits > ALL_RELEASES ? -1 : (int) bits;
        long order = number(words.get(4), "order");
        long seen = words.size() == WORDS ? number(words.get(6), "seen") : 0;
        if (releases < 0 || order < 0 || seen < 0) {
            throw new IllegalArgumentException("releases, order or seen out of range");
        }
        if (!words.get(5).matches("[A-Za-z0-9._@-]{1," + LONGEST_PRINCIPAL + "}")) {
            throw new IllegalArgumentException("not a name of a person");
        }
        return new OperatorCommand(id(words.get(0)), id(words.get(1)), action(words.get(2)), releases, order,
            words.get(5), seen);
    }

    private static long id(String word) {
        if (!word.matches("[0-9a-f]{1,16}")) {
            throw new IllegalArgumentException("not a command id");
        }
        return Long.parseUnsignedLong(word, 16);
    }

    private static long number(String word, String what) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(what + " is not a number");
        }
    }

    private static OperatorAction action(String word) {
        for (OperatorAction action : OperatorAction.values()) {
            if (action.label().equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("no such command");
    }

    /// The id as the journal's export writes it.
    public String id() {
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(idHigh) + digits.toHexDigits(idLow);
    }
}
