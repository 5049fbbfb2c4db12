/// The venue on the network, loopback only: HTTP and WebSockets, keys, request budgets, headers.
package org.gradus.adapters.venue.server;
