package org.gradus.adapters.venue.exchange;

import tools.jackson.databind.node.ObjectNode;

/// Turns an event into what is told of it, at once: the order goes on changing.
@FunctionalInterface
public interface EventRenderer {
    ObjectNode render(OrderEvent event);
}
