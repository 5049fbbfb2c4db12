/// What the venue sends without being asked each time: order updates and market data over WebSockets, as JSON or
/// MessagePack.
package org.gradus.adapters.venue.stream;
