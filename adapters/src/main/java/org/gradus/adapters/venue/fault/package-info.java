/// What shall go wrong at the venue, by a script: written once, drawn from its seed, the same every time.
package org.gradus.adapters.venue.fault;
