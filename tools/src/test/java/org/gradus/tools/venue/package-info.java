/// The engine and the venue through everything that can go wrong between them: what holds then.
package org.gradus.tools.venue;
