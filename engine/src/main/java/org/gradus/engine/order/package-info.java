/// Orders from decision to end: the working ones, the recently ended ones, and the rules by which the venue's reports
/// change them. Written by the decision stage alone; everything has a limit given at the start.
@NullMarked
package org.gradus.engine.order;

import org.jspecify.annotations.NullMarked;
