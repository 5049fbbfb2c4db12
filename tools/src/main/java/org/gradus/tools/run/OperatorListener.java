package org.gradus.tools.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.engine.domain.RiskState;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.OperatorAction;
import org.gradus.engine.runtime.RunningEngine;
import org.gradus.tools.operator.HaltMarker;
import org.gradus.tools.operator.OperatorCommand;
import org.gradus.tools.operator.OperatorSpool;

/// Brings the operator's commands from the run folder to the engine, and keeps it halted as long as the halt marker
/// lies there. A command's file stays until the command is journaled. Owned by the publishing thread.
final class OperatorListener {
    private final OperatorSpool spool;
    private final HaltMarker marker;
    private final PrintStream out;
    /// Commands given to the engine, with the records that will hold them.
    private final Map<Path, Given> given = new LinkedHashMap<>();
    private long haltRecord;

    private record Given(OperatorSpool.Arrived arrived, long record) {
    }

    OperatorListener(RunHome home, PrintStream out) {
        spool = new OperatorSpool(RunHome.operatorFolder(home.folder()));
        marker = new HaltMarker(home.folder());
        this.out = out;
    }

    /// A marker from before the start is told, since nothing will be traded.
    void tellMarker() {
        if (marker.present()) {
            out.println("halted: somebody has placed the halt marker here; `gradus resume` takes it away");
        }
    }

    /// What was given to a run that is finished is not meant for this one. The halt marker stays: only a resume takes
    /// it away.
    void forgetOldCommands() {
        spool.setAsideAll(out::println);
    }

    /// @return true when the engine was told something
    boolean listen(RunningEngine engine) {
        forgetJournaled(engine.telemetry().lastSequence());
        boolean any = false;
        for (OperatorSpool.Arrived arrived : spool.arrived(out::println)) {
            if (!given.containsKey(arrived.file())) {
                given.put(arrived.file(), new Given(arrived, give(engine, arrived.command())));
                any = true;
            }
        }
        return keepHalted(engine) || any;
    }

    private long give(RunningEngine engine, OperatorCommand command) {
        engine.command(new Input.OperatorCommand(command.action(), command.releases(), command.clientOrderId(),
            command.idHigh(), command.idLow(), command.principal(), command.seen()));
        long record = engine.nextSequence() - 1;
        haltRecord = command.action() == OperatorAction.HALT ? record : haltRecord;
        return record;
    }

    /// Not asked again before the engine has had the chance to obey.
    private boolean keepHalted(RunningEngine engine) {
        boolean obeyed = engine.telemetry().riskState() == RiskState.HALTED;
        boolean asked = haltRecord > engine.telemetry().lastSequence();
        if (obeyed || asked || !marker.present()) {
            return false;
        }
        give(engine, OperatorCommand.of(OperatorAction.HALT, 0, 0));
        return true;
    }

    private void forgetJournaled(long lastRecord) {
        Iterator<Given> each = given.values().iterator();
        while (each.hasNext()) {
            Given command = each.next();
            if (command.record() <= lastRecord) {
                spool.done(command.arrived());
                each.remove();
            }
        }
    }
}
