/// From config files to the engine's immutable records. Everything wrong with a configuration is found in one pass and
/// told with file and line; nothing starts from a configuration with a fault. All of it runs once, on the starting
/// thread.
@NullMarked
package org.gradus.tools.config;

import org.jspecify.annotations.NullMarked;
