/// `trading_logs.md`: what a journal says, in a trader's words. A tailer follows the journal with its own reader and
/// never touches the engine; whatever it writes follows from the journal alone.
@NullMarked
package org.gradus.tools.log;

import org.jspecify.annotations.NullMarked;
