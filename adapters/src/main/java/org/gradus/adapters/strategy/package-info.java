/// A user's own strategies, out of a jar or from the class path.
package org.gradus.adapters.strategy;
