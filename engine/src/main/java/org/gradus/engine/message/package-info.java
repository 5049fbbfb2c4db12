/// What can happen to us and what we decide, as immutable records for the rim, tools and tests; the words of the
/// journal with their stable codes.
package org.gradus.engine.message;
