package org.gradus.tools.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.gradus.engine.codec.EventSlot;
import org.gradus.engine.codec.RecordCodec;
import org.gradus.engine.journal.ChronicleJournal;
import org.gradus.engine.journal.ChronicleReader;
import org.gradus.engine.journal.RecordChain;
import org.gradus.engine.message.Hash256;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Journaled;
import org.gradus.tools.launch.Commands.Answer;
import org.gradus.tools.run.RunHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gradus journal replay` on what this build decided, and on what another did.
class ReplayCommandTest {
    private static final int ROOM = 1 << 20;

    @TempDir
    private Path folder;
    private RunSample sample;

    @BeforeEach
    void runsAnEngine() {
        sample = new RunSample(folder, "20 m");
        assertEquals(0, sample.say("run", sample.config().toString()).code());
    }

    @Test
    void whatThisBuildDecidedIsTheSame() {
        Answer answer = sample.say("journal", "replay", "--json");
        assertEquals(0, answer.code(), answer::text);
        assertTrue(answer.text().startsWith("{\"verdict\":\"same\",\"records\":"), answer::text);
        assertTrue(answer.text().contains("\"same_build\":true"), answer::text);
    }

    @Test
    void whatAnotherBuildDecidedIsReplayedOnlyWhenAsked() throws IOException {
        rewrite(UnaryOperator.identity());
        Answer refused = sample.say("journal", "replay");
        assertEquals(1, refused.code());
        assertTrue(refused.text().startsWith("NOT REPLAYED: epoch 1 was decided by another build (0000"),
            refused::text);
        assertTrue(sample.say("journal", "replay", "--json").text().contains("\"verdict\":\"other-build\""));
        Answer asked = sample.say("journal", "replay", "--with-this-build");
        assertEquals(0, asked.code(), asked::text);
        assertTrue(asked.text().contains("by another build"), asked::text);
    }

    @Test
    void theFirstDecisionThatThisBuildMakesOtherwiseIsTold() throws IOException {
        rewrite(record -> record.decisions().size() < 2 || record.input() instanceof Input.Started ? record
            : new Journaled(record.header(), record.input(), record.derived(), record.decisions().subList(0, 1)));
        Answer answer = sample.say("journal", "replay", "--with-this-build", "--json");
        assertEquals(1, answer.code());
        assertTrue(answer.text().startsWith("{\"verdict\":\"differs\",\"seq\":"), answer::text);
        assertTrue(answer.text().contains("\"recorded\":\"nothing\""), answer::text);
    }

    /// The same journal as another build would have written it.
    private void rewrite(UnaryOperator<Journaled> change) throws IOException {
        RecordCodec codec = new RecordCodec();
        RecordChain chain = new RecordChain(0);
        Path to = folder.resolve("rewritten");
        try (ChronicleReader reader = new ChronicleReader(RunHome.journal(sample.home));
             ChronicleJournal journal = new ChronicleJournal(to, ROOM)) {
            EventSlot slot = EventSlot.ofCapacity(ROOM);
            while (reader.next()) {
                slot.begin(0, 0, 0, 0);
                codec.write(slot, change.apply(otherBuild(codec.read(reader.buffer(), reader.offset()))));
                chain.seal(slot);
                journal.append(slot);
            }
        }
        Files.move(RunHome.journal(sample.home), folder.resolve("as-it-was"));
        Files.move(to, RunHome.journal(sample.home));
    }

    private static Journaled otherBuild(Journaled record) {
        if (!(record.input() instanceof Input.Started s)) {
            return record;
        }
        return new Journaled(record.header(), new Input.Started(s.contract(), s.epoch(), s.runId(), s.mode(),
            s.phase(), s.gateway(), s.baseTimeframe(), s.referenceInstrument(), s.cash(), s.peak(), s.seed(),
            s.stateSeed(), new Hash256(0, 1, 2, 3), s.configHash(), s.dataHash(), s.positions(), s.instruments(),
            s.strategies(), s.sources(), s.limits(), s.currency(), s.build(), s.config()), record.derived(),
            record.decisions());
    }
}
