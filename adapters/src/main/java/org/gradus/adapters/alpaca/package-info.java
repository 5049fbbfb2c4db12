/// Alpaca as the engine's venue: its ports, over the REST calls and streams of the packages within.
package org.gradus.adapters.alpaca;
