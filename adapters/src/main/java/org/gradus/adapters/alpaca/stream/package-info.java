/// Streams of orders and of market data: one connection an endpoint, kept up, each message read or counted as a fault.
package org.gradus.adapters.alpaca.stream;
