/// What every part of the Alpaca adapter stands on: addresses, keys, the HTTP client, exact numbers out of JSON, and
/// the spellings of a symbol.
package org.gradus.adapters.alpaca.wire;
