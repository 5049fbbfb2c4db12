package org.gradus.tools.launch;

import java.util.concurrent.Callable;

/// A subcommand of `gradus` that another module brings along, found as a service: tools cannot name what depends on
/// them. The class carries picocli's `@Command`.
public interface GradusCommand extends Callable<Integer> {
}
