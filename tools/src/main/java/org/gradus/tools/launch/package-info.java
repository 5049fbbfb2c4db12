/// The `gradus` command line; the only place that sees engine and adapters together.
package org.gradus.tools.launch;
