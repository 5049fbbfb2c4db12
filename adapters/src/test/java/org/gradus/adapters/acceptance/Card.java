package org.gradus.adapters.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A numbered acceptance card: lines that set a market and an account, act, and expect.
record Card(int number, String title, List<String> lines) {
    Card {
        lines = List.copyOf(lines);
    }

    static List<Card> all() {
        List<Card> cards = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String head = "";
        for (String line : text().lines().map(String::strip).filter(each -> !each.startsWith("#")).toList()) {
            if (line.startsWith("card ")) {
                add(cards, head, lines);
                head = line.substring(5);
                lines.clear();
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        add(cards, head, lines);
        return cards;
    }

    private static void add(List<Card> cards, String head, List<String> lines) {
        if (head.isEmpty()) {
            return;
        }
        int space = head.indexOf(' ');
        int number = Integer.parseInt(head, 0, space, 10);
        if (number != cards.size() + 1) {
            throw new IllegalArgumentException("card " + number + " stands at place " + (cards.size() + 1));
        }
        cards.add(new Card(number, head.substring(space + 1), lines));
    }

    private static String text() {
        try (InputStream in = Card.class.getResourceAsStream("/acceptance/cards.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return number + " " + title;
    }
}
