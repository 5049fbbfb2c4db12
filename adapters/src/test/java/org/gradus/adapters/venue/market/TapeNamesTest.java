package org.gradus.adapters.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.adapters.tape.TapeSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapeNamesTest {
    private static List<String> symbols(String... texts) {
        return TapeNames.read(List.of(texts)).stream().map(TapeSpec::symbol).toList();
    }

    @ParameterizedTest
    @CsvSource({"a/AAPL_1d_1998.csv,AAPL", "BRK.B_1h_1.csv.gz,BRK.B", "BTC-USD_1m_2016.csv.gz,BTC/USD",
            "BTC-PERP_1m_2021.csv,BTC/USD", "bitstamp_trades_from_20131125_usd.csv,BTC/USD", "prices.csv,BTC/USD",
            "ETH/USD=x.csv,ETH/USD", "eth-usd.csv,BTC/USD", "SOL-USD=a/b_c.csv,SOL/USD", "MSFT=AAPL_1d_1.csv,MSFT"})
    void findsTheSymbolOfATape(String text, String symbol) {
        assertEquals(List.of(symbol), symbols(text));
    }

    @Test
    void showsWhatIsQuotedInTetherInDollarsAsWell() {
        assertEquals(List.of("BTC/USDT", "BTC/USD"), symbols("BTC-USDT_trades_2024.csv"));
        assertEquals(List.of("BTC/USDT", "BTC/USD"), symbols("BTC-USDT-PERP_quotes_2024.csv"));
        assertEquals(List.of("BTC/USDT", "BTC/USD"), symbols("BTC-USDT_1h_2024.csv", "BTC/USD=x.csv"));
        assertEquals(List.of("BTC/USDT"), symbols("BTC/USDT=BTC-USDT_trades_2024.csv"));
    }
}
