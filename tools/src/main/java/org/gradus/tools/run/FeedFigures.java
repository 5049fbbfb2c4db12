package org.gradus.tools.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gradus.adapters.tape.CsvTape;
import org.gradus.engine.domain.FeedFault;
import org.gradus.engine.message.Input;
import org.gradus.tools.log.TapeName;

/// What the tapes held that was refused, by kind: how often, and where the first of it stand.
final class FeedFigures {
    private static final int FIRST = 3;

    private final Map<FeedFault, Kind> kinds = new EnumMap<>(FeedFault.class);
    private final List<Place> brokenOff = new ArrayList<>();
    private final List<Place> damaged = new ArrayList<>();
    private int refused;

    /// A line of a tape.
    ///
    /// @param tape as config or command line name it
    record Place(String tape, long line) {
        String file() {
            return TapeName.shown(tape);
        }
    }

    /// Everything refused for one reason.
    static final class Kind {
        private final List<Place> first = new ArrayList<>();
        private int count;

        int count() {
            return count;
        }

        List<Place> first() {
            return first;
        }
    }

    void add(Input.FeedFault fault, Place place) {
        Kind kind = kinds.computeIfAbsent(fault.fault(), _ -> new Kind());
        refused++;
        kind.count++;
        if (kind.first.size() < FIRST) {
            kind.first.add(place);
        }
        if (fault.fault() == FeedFault.TRUNCATED) {
            (fault.detail().startsWith(CsvTape.WRONG_CHECKSUM) ? damaged : brokenOff).add(place);
        }
    }

    int refused() {
        return refused;
    }

    Map<FeedFault, Kind> kinds() {
        return kinds;
    }

    /// Where tapes end before their end: at most one place a tape.
    List<Place> brokenOff() {
        return brokenOff;
    }

    /// Ends of tapes that are all there, but whose checksum is wrong.
    List<Place> damaged() {
        return damaged;
    }
}
