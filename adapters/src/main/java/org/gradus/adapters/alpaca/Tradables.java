package org.gradus.adapters.alpaca;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gradus.adapters.alpaca.rest.Answer;
import org.gradus.adapters.alpaca.trading.Asset;
import org.gradus.adapters.alpaca.trading.Symbols;
import org.gradus.adapters.alpaca.trading.TradingRest;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.FixedPoint;
import org.gradus.engine.domain.Instrument;
import org.jspecify.annotations.Nullable;

/// The engine's instruments by each of the venue's spellings, and whether both mean the same by them. Any thread.
final class Tradables {
    private final List<Instrument> instruments;
    private volatile Symbols symbols;
    private volatile boolean confirmed;

    Tradables(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
        // Until the venue's own list is read, spellings alone must do.
        symbols = new Symbols(instruments.stream().map(instrument -> new Symbols.Listed(
                UUID.nameUUIDFromBytes(instrument.symbol().getBytes(StandardCharsets.UTF_8)),
                instrument.symbol())).toList());
    }

    List<Instrument> all() {
        return instruments;
    }

    boolean anyCrypto() {
        return instruments.stream().anyMatch(instrument -> instrument.assetClass() == AssetClass.CRYPTO);
    }

    boolean anyStock() {
        return instruments.stream().anyMatch(instrument -> instrument.assetClass() != AssetClass.CRYPTO);
    }

    Instrument byId(int id) {
        return instruments.stream().filter(instrument -> instrument.id() == id).findFirst().orElseThrow();
    }

    Optional<Instrument> find(String spelling) {
        return symbols.canonical(spelling).flatMap(this::named);
    }

    Optional<Instrument> find(UUID assetId, String spelling) {
        return symbols.canonical(assetId, spelling).flatMap(this::named);
    }

    /// Asks the venue once what it takes our instruments for.
    ///
    /// @return what is wrong, or null
    @Nullable String confirm(TradingRest trading) {
        if (confirmed) {
            return null;
        }
        List<Symbols.Listed> listed = new ArrayList<>();
        for (Instrument instrument : instruments) {
            Answer<Asset> answer = trading.asset(instrument.symbol());
            if (!(answer instanceof Answer.Given<Asset>(Asset asset, String _))) {
                return instrument.symbol() + ": " + answer.failure();
            }
            String wrong = mismatch(instrument, asset);
            if (wrong != null) {
                return instrument.symbol() + ": " + wrong;
            }
            listed.add(asset.listed());
        }
        symbols = new Symbols(listed);
        confirmed = true;
        return null;
    }

    /// Our steps may be coarser than the venue's, never finer: it would refuse the orders.
    static @Nullable String mismatch(Instrument instrument, Asset asset) {
        if (!asset.symbol().equals(instrument.symbol())) {
            return "the venue spells it " + asset.symbol();
        }
        if (asset.crypto() != (instrument.assetClass() == AssetClass.CRYPTO)) {
            return "the venue takes it for " + (asset.crypto() ? "crypto" : "a stock");
        }
        if (!asset.tradable()) {
            return "the venue does not trade it";
        }
        if (asset.priceStep() > 0 && instrument.tick() % asset.priceStep() != 0) {
            return "the tick " + FixedPoint.format(instrument.tick()) + " is no multiple of the venue's "
                    + FixedPoint.format(asset.priceStep());
        }
        if (asset.quantityStep() > 0 && instrument.lot() % asset.quantityStep() != 0) {
            return "the lot " + FixedPoint.format(instrument.lot()) + " is no multiple of the venue's "
                    + FixedPoint.format(asset.quantityStep());
        }
        boolean fraction = instrument.lot() % FixedPoint.ONE != 0;
        return fraction && !asset.fractionable() ? "the venue trades it in whole units only" : null;
    }

    private Optional<Instrument> named(String symbol) {
        return instruments.stream().filter(instrument -> instrument.symbol().equals(symbol)).findFirst();
    }
}
