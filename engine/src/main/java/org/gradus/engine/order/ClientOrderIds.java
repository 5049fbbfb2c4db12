package org.gradus.engine.order;

import org.gradus.engine.domain.ClientOrderId;
import org.gradus.engine.state.StateVisitor;
import org.gradus.engine.state.Stateful;

/// Gives out client order ids, counting from 1, so that no id is 0, which stands for none. Owned by the decision stage;
/// a replay counts the same.
public final class ClientOrderIds implements Stateful {
    private final int runId;
    private long lastCounter;

    public ClientOrderIds(int runId) {
        this.runId = runId;
    }

    public long next() {
        return ClientOrderId.of(runId, ++lastCounter);
    }

    /// Never gives out this counter or one before it: it stands in the journal already.
    public void after(long usedCounter) {
        lastCounter = Math.max(lastCounter, usedCounter);
    }

    @Override
    public void visitState(StateVisitor visitor) {
        lastCounter = visitor.visit(lastCounter);
    }
}
