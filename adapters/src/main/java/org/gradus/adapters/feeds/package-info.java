/// The second sources of a run at a venue, put together: who feeds what, who is compared with whom.
package org.gradus.adapters.feeds;
