/// The books: cash, positions, what they cost and what they are worth. Written by the decision stage alone, exact to
/// 1e-9 of the currency, and bounded by the numbers of strategies and instruments.
@NullMarked
package org.gradus.engine.portfolio;

import org.jspecify.annotations.NullMarked;
