package org.gradus.engine.runtime;

import org.jspecify.annotations.Nullable;

/// What both kinds of engine say of themselves, for it is the chassis that knows.
abstract class ChassisEngine implements RunningEngine {
    final Chassis chassis;

    ChassisEngine(Chassis chassis) {
        this.chassis = chassis;
    }

    @Override
    public boolean roomAhead() {
        return chassis.roomAhead();
    }

    @Override
    public boolean stopped() {
        return chassis.stopped();
    }

    @Override
    public @Nullable Throwable thrown(int strategyId) {
        return chassis.assembly.decision().thrown(strategyId);
    }

    @Override
    public JournalScan opened() {
        return chassis.scan;
    }

    @Override
    public long nextSequence() {
        return chassis.ingress.nextSequence();
    }

    @Override
    public long nowNs() {
        return chassis.ingress.nowNs();
    }

    @Override
    public Telemetry telemetry() {
        return chassis.telemetry;
    }
}
