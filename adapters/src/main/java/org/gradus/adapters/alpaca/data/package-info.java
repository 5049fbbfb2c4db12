/// Market history over HTTP, page by page, into the CSV files that tapes are read from.
package org.gradus.adapters.alpaca.data;
