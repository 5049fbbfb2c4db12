/// Lets a ta4j strategy trade through the engine, unchanged.
package org.gradus.adapters.ta4j;
