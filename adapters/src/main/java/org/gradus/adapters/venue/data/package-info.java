/// Market data over REST: history in pages, what is latest, snapshots, order books.
package org.gradus.adapters.venue.data;
