package org.gradus.adapters.checks;

import java.util.List;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;

/// Two of them.
public final class Instruments {
    public static final Instrument BTC = new Instrument(0, "BTC/USD", AssetClass.CRYPTO, "BTC", "USD",
            FixedPoint.parse("0.01"), 1, 0, FixedPoint.parse("1000000"), 8);
    public static final Instrument AAPL = new Instrument(1, "AAPL", AssetClass.STOCK, "AAPL", "USD",
            FixedPoint.parse("0.01"), 1, 0, FixedPoint.parse("1000000"), 0);
    public static final List<Instrument> BOTH = List.of(BTC, AAPL);

    private Instruments() {
    }
}
