package org.gradus.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.portfolio.StateCopy;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {
    @Test
    void countsFromOneAndGoesOnAfterARestart() {
        ClientOrderIds ids = new ClientOrderIds(7);
        long first = ids.next();
        ClientOrderIds restarted = StateCopy.into(new ClientOrderIds(7), ids);
        assertEquals(List.of(ClientOrderId.of(7, 1), ClientOrderId.of(7, 2)), List.of(first, restarted.next()));
    }

    @Test
    void skipsWhatTheJournalHoldsAlready() {
        ClientOrderIds ids = new ClientOrderIds(7);
        ids.after(5);
        ids.after(3);
        assertEquals(ClientOrderId.of(7, 6), ids.next());
    }
}
