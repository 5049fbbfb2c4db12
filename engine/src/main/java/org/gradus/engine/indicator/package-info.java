/// Indicators, updated bar by bar without allocating: the only place in the core where doubles are at home.
package org.gradus.engine.indicator;
