package org.gradus.adapters.alpaca.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.gradus.adapters.alpaca.rest.Refusal;
import org.gradus.engine.message.RejectReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "403 | 40310000 | insufficient buying power | buying_power | INSUFFICIENT_FUNDS",
        "403 | 40310000 | insufficient balance for USD (requested: 2, available: 1) | symbol | INSUFFICIENT_FUNDS",
        "403 | 40310000 | insufficient balance for ETH (requested: 2, available: 1) | symbol | INSUFFICIENT_QUANTITY",
        "403 | 40310000 | insufficient qty available for order (requested: 2, available: 1) | related_orders"
            + " | INSUFFICIENT_QUANTITY",
        "403 | 40310000 | some new words | existing_order_id | WASH_TRADE",
        "403 | 40310000 | potential wash trade detected. use complex orders | none | WASH_TRADE",
        "403 | 40310000 | cost basis must be >= minimal amount of order 10 | none | BELOW_MINIMUM",
        "403 | 40310000 | new orders are rejected by user request | none | VENUE_CHOICE",
        "403 | 40310000 | asset \"X\" is not fractionable | none | NOT_TRADABLE",
        "403 | 0 | forbidden. | none | VENUE_CHOICE",
        "401 | 0 | unauthorized. | none | VENUE_CHOICE",
        "404 | 40410000 | asset not found for X | none | NOT_TRADABLE",
        "422 | 40010001 | client_order_id must be unique | none | DUPLICATE_ID",
        "422 | 40010001 | invalid order type for crypto order | none | ORDER_TYPE",
        "422 | 40010001 | invalid time_in_force for crypto order | none | TIME_IN_FORCE",
        "422 | 40010001 | could not find asset \"X\" | none | NOT_TRADABLE",
        "422 | 40010001 | qty or notional is required | none | MALFORMED",
        "422 | 42210000 | invalid crypto time_in_force | none | TIME_IN_FORCE",
        "422 | 42210000 | invalid limit_price 290.123. sub-penny increment does not fulfill minimum pricing criteria"
            + " | none | OFF_INCREMENT",
        "422 | 42210000 | fractional orders must be DAY orders | none | TIME_IN_FORCE",
        "422 | 42210000 | fractional orders must be simple orders | none | ORDER_TYPE",
        "422 | 42210000 | order is already in \"filled\" state | none | TOO_LATE",
        "422 | 42210000 | cannot replace order in filled status | none | TOO_LATE",
        "422 | 42210000 | notional must be >= 1.00 | none | BELOW_MINIMUM",
        "422 | 42210000 | words of another year | none | VENUE_CHOICE",
        "400 | 0 | request body format is invalid | none | MALFORMED",
        "418 | 0 | teapot | none | UNKNOWN"})
    void putsARefusalIntoOurWords(int status, long code, String message, String extra, RejectReason reason) {
        assertEquals(reason, RejectWords.reason(new Refusal(status, code, message, Set.of(extra), "")));
    }
}
