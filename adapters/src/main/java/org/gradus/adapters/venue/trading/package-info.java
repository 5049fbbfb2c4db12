/// Alpaca's trading REST calls over the exchange: what clients send is read here, and what they are answered is
/// written here, without a server.
package org.gradus.adapters.venue.trading;
