/// `gradus bench`: throughput on the demo tape, latency from tick to order in an open loop, JMH benchmarks. It sees
/// every module; none sees it.
package org.gradus.bench;
