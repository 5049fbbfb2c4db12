/// What an engine holds and waits for right now, folded from its journal by a thread or process of its own.
@NullMarked
package org.gradus.tools.status;

import org.jspecify.annotations.NullMarked;
