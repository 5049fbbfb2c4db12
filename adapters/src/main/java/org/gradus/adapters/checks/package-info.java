/// Second opinions: what another source says about a price or an indicator, and what follows from it.
package org.gradus.adapters.checks;
