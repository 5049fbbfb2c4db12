/// Where Alpaca is and who we are there: addresses and keys, which of them belong together.
package org.gradus.adapters.alpaca.access;
