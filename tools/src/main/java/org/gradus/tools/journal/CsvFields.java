package org.gradus.tools.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A flat table (RFC 4180): one row for each input, its `kind` empty, then one for each of its decisions, which repeats
/// sequence, time and
/// type. Columns carry the names of the JSON fields; what has no column of its own stands in the JSON export only.
final class CsvFields implements Fields {
    /// In the order of the table; the first three are repeated in each decision's row.
    static final List<String> COLUMNS = List.of("seq", "time_ns", "type", "kind", "instrument", "strategy",
                                                "client_order_id", "action",
            "purpose", "side", "order_type", "time_in_force", "quantity", "cumulative", "price", "limit_price",
            "stop_price", "size",
            "bid", "ask",
            "timeframe", "open", "high", "low", "close", "volume", "notional", "signal", "rule", "left", "op", "right",
            "value", "limit",
            "verdict", "reason", "from", "to", "equity", "cash", "exposure", "exposure_after", "peak", "drawdown",
            "realised", "fee", "fee_currency",
            "fees", "applied", "risk_state", "phase", "rationale", "detail");
    private static final int REPEATED = 3;

    private final Writer out;
    private final Map<String, Integer> columns = new HashMap<>();
    private final String[] row = new String[COLUMNS.size()];
    private final String[] repeated = new String[REPEATED];
    private int depth;

    CsvFields(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        for (String column : COLUMNS) {
            columns.put(column, columns.size());
        }
        write(COLUMNS.toArray(String[]::new));
    }

    @Override
    public void beginRecord() {
        Arrays.fill(row, null);
    }

    @Override
    public void endRecord() {
        // The input's row was written when its decisions began.
    }

    @Override
    public void beginDecisions() {
        System.arraycopy(row, 0, repeated, 0, REPEATED);
        write(row);
    }

    @Override
    public void endDecisions() {
        // Each decision's row was written at its end.
    }

    @Override
    public void beginDecision(String kind) {
        Arrays.fill(row, null);
        System.arraycopy(repeated, 0, row, 0, REPEATED);
        text("kind", kind);
    }

    @Override
    public void endDecision() {
        write(row);
    }

    @Override
    public void text(String name, String value) {
        Integer column = depth == 0 ? columns.get(name) : null;
        if (column != null) {
            row[column] = value;
        }
    }

    @Override
    public void number(String name, long value) {
        text(name, Long.toString(value));
    }

    @Override
    public void flag(String name, boolean value) {
        text(name, Boolean.toString(value));
    }

    @Override
    public void beginList(String name) {
        depth++;
    }

    @Override
    public void endList() {
        depth--;
    }

    @Override
    public void member(String text) {
        // Members of lists have no column.
    }

    @Override
    public void beginEntry() {
        depth++;
    }

    @Override
    public void endEntry() {
        depth--;
    }

    @Override
    public void beginMap(String name) {
        depth++;
    }

    @Override
    public void endMap() {
        depth--;
    }

    @Override
    public void finish() {
        try {
            out.flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void write(String[] cells) {
        try {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    out.write(',');
                }
                if (cells[i] != null) {
                    out.write(quoted(cells[i]));
                }
            }
            out.write('\n');
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
