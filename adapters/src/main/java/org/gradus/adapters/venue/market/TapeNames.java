package org.gradus.adapters.venue.market;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.adapters.tape.TapeSpec;

/// From what a user writes, `FILE` or `SYMBOL=FILE`, to tapes with the venue's symbols. Without one the file's name
/// tells it: `BTC-USDT_trades_2024.csv` is `BTC/USDT`, `AAPL_1d_2019.csv` is `AAPL`, any other name `BTC/USD`.
/// An account here has dollars only, so what a file name quotes in Tether is shown in dollars as well, at the same
/// prices, unless another tape gives that pair.
public final class TapeNames {
    private static final Pattern NAME = Pattern.compile("([A-Z0-9.]+)(?:-([A-Z0-9]+?))?(-PERP)?_.*");
    private static final String USUAL = "BTC/USD";
    private static final String TETHER = "/USDT";
    private static final String DOLLAR = "/USD";

    private TapeNames() {
    }

    public static List<TapeSpec> read(List<String> texts) {
        List<TapeSpec> specs = new ArrayList<>();
        Set<String> symbols = new HashSet<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            Path path = Path.of(text.substring(equals + 1));
            String symbol = equals > 0 ? spelled(text.substring(0, equals)) : named(path);
            specs.add(new TapeSpec(path, symbol, null));
            symbols.add(symbol);
        }
        for (int i = 0; i < texts.size(); i++) {
            TapeSpec spec = specs.get(i);
            String twin = spec.symbol().replace(TETHER, DOLLAR);
            if (texts.get(i).indexOf('=') < 0 && !symbols.contains(twin)) {
                specs.add(new TapeSpec(spec.path(), twin, null));
            }
        }
        return List.copyOf(specs);
    }

    private static String spelled(String symbol) {
        return symbol.strip().replace('-', '/');
    }

    private static String named(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) {
            return USUAL;
        }
        boolean perpetual = name.group(3) != null || "PERP".equals(name.group(2));
        if (name.group(2) == null || name.group(2).equals("PERP")) {
            return name.group(1) + (perpetual ? DOLLAR : "");
        }
        return name.group(1) + "/" + name.group(2);
    }
}
