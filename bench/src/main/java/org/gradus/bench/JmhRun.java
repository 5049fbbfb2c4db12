package org.gradus.bench;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the JMH benchmarks in a process of their own, with this one's JVM flags.
final class JmhRun {
    private static final String RESULT = "jmh-result.json";

    private JmhRun() {
    }

    static int run(String pattern, boolean json) {
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern);
        if (json) {
            options.resultFormat(ResultFormatType.JSON).result(RESULT);
        }
        try {
            new Runner(options.build()).run();
            if (json) {
                System.err.println("results in " + RESULT);
            }
            return 0;
        } catch (RunnerException refused) {
            System.err.println("gradus: " + refused.getMessage());
            return 1;
        }
    }
}
