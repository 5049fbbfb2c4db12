/// What every adapter that speaks to the outside stands on, whoever is at the other end: addresses that a key may go
/// to, the HTTP client, JSON with exact numbers, pauses between attempts, and a stream that is kept up.
package org.gradus.adapters.wire;
