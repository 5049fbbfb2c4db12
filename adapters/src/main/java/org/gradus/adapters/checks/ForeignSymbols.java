package org.gradus.adapters.checks;

import java.util.Optional;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;

/// How others call what we trade, unless configuration knows better.
public final class ForeignSymbols {
    private ForeignSymbols() {
    }

    /// A pair on exchanges that trade against tethers instead of dollars, such as `BTC/USDT`; a stock is none.
    public static Optional<String> tetherPair(Instrument instrument) {
        if (instrument.assetClass() != AssetClass.CRYPTO) {
            return Optional.empty();
        }
        String quote = instrument.quoteCurrency().equals("USD") ? "USDT" : instrument.quoteCurrency();
        return Optional.of(instrument.baseCurrency() + "/" + quote);
    }
}
