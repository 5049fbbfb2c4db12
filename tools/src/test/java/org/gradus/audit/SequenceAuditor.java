package org.gradus.audit;

/// The records follow each other without a gap, from the first, and time never goes back.
final class SequenceAuditor implements Auditor {
    private long lastSeq;
    private long lastNs = Long.MIN_VALUE;

    @Override
    public void before(Line line, World world, Findings findings) {
        findings.hold(line.seq() == lastSeq + 1, "sequence", () -> "follows " + lastSeq);
        findings.hold(line.timeNs() >= lastNs, "time", () -> line.timeNs() + " comes after " + lastNs);
        lastSeq = line.seq();
        lastNs = line.timeNs();
    }
}
