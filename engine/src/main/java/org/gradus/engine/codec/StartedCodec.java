package org.gradus.engine.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.engine.codec.sbe.MessageHeaderEncoder;
import org.gradus.engine.codec.sbe.StartedDecoder;
import org.gradus.engine.codec.sbe.StartedEncoder;
import org.gradus.engine.domain.AssetClass;
import org.gradus.engine.domain.Instrument;
import org.gradus.engine.domain.Mode;
import org.gradus.engine.domain.Timeframe;
import org.gradus.engine.message.Gateway;
import org.gradus.engine.message.Input;
import org.gradus.engine.message.Input.Started;
import org.gradus.engine.message.LimitKind;

/// Writes and reads the one big message, which opens an epoch. Names and texts of a strategy are lines: a parameter is
/// `name=text`.
/// The slot must be as large as the message; the configuration alone may take hundreds of kilobytes.
final class StartedCodec {

    private StartedCodec() {
    }

    static void write(EventSlot slot, Started started) {
        StartedEncoder out = new StartedEncoder();
        out.wrapAndApplyHeader(slot.buffer(), slot.messageOffset(), new MessageHeaderEncoder());
        writeBlock(out, started);
        Hashes.put(slot.buffer(), out.offset() + StartedEncoder.buildHashEncodingOffset(), started.buildHash());
        Hashes.put(slot.buffer(), out.offset() + StartedEncoder.configHashEncodingOffset(), started.configHash());
        Hashes.put(slot.buffer(), out.offset() + StartedEncoder.dataHashEncodingOffset(), started.dataHash());
        writePositions(out, started.positions());
        writeInstruments(out, started.instruments());
        writeStrategies(out, started.strategies());
        writeSources(out, started.sources());
        writeLimits(out, started.limits());
        out.currency(started.currency()).build(started.build()).config(started.config());
        slot.append(MessageHeaderEncoder.ENCODED_LENGTH + out.encodedLength());
    }

    private static void writeBlock(StartedEncoder out, Started in) {
        out.contract((byte) in.contract()).epoch(in.epoch()).runId(in.runId()).mode(in.mode().code())
                .phase((byte) in.phase())
                .gateway(in.gateway().code()).baseTimeframe(in.baseTimeframe().code())
                .referenceInstrument(in.referenceInstrument()).cash(in.cash()).peak(in.peak()).seed(in.seed())
                .stateSeed(in.stateSeed());
    }

    private static void writePositions(StartedEncoder out, List<Started.Holding> positions) {
        StartedEncoder.PositionsEncoder group = out.positionsCount(positions.size());
        for (Started.Holding in : positions) {
            group.next().instrument(in.instrument()).quantity(in.quantity()).averagePrice(in.averagePrice());
        }
    }

    private static void writeInstruments(StartedEncoder out, List<Instrument> instruments) {
        StartedEncoder.InstrumentsEncoder group = out.instrumentsCount(instruments.size());
        for (Instrument in : instruments) {
            group.next().instrument(in.id()).assetClass(in.assetClass().code()).tick(in.tick()).lot(in.lot())
                    .minimumNotional(in.minimumNotional()).maximumQuantity(in.maximumQuantity())
                    .sizeDecimals(in.sizeDecimals())
                    .symbol(in.symbol()).base(in.baseCurrency()).quote(in.quoteCurrency());
        }
    }

    private static void writeStrategies(StartedEncoder out, List<Started.StrategyEntry> strategies) {
        StartedEncoder.StrategiesEncoder group = out.strategiesCount(strategies.size());
        for (Started.StrategyEntry in : strategies) {
            group.next().strategy(in.strategy()).timeframe(in.timeframe().code()).warmUpBars(in.warmUpBars())
                    .budget(in.budget())
                    .name(in.name()).className(in.className()).codeHash(in.codeHash())
                    .parameters(parameterLines(in.parameters()))
                    .valueNames(String.join("\n", in.valueNames()))
                    .rationales(String.join("\n", in.rationales()))
                    .instruments(String.join("\n", in.instruments()));
        }
    }

    private static void writeSources(StartedEncoder out, List<Started.SourceName> sources) {
        StartedEncoder.SourcesEncoder group = out.sourcesCount(sources.size());
        for (Started.SourceName in : sources) {
            group.next().source(in.source()).name(in.name());
        }
    }

    private static void writeLimits(StartedEncoder out, List<Started.Limit> limits) {
        StartedEncoder.LimitsEncoder group = out.limitsCount(limits.size());
        for (Started.Limit in : limits) {
            group.next().kind(in.kind().code()).value(in.value()).name(in.name());
        }
    }

    static Input read(RecordCursor at) {
        StartedDecoder in = new StartedDecoder().wrap(at.buffer(), at.body(), at.blockLength(), at.version());
        // Java evaluates arguments from left to right, and SBE's groups and texts must be read in their order.
        return new Started(in.contract(), in.epoch(), in.runId(), Mode.of(in.mode()), in.phase(),
                           Gateway.of(in.gateway()),
                Timeframe.of(in.baseTimeframe()), in.referenceInstrument(), in.cash(), in.peak(), in.seed(),
                in.stateSeed(),
                Hashes.get(at.buffer(), at.body() + StartedDecoder.buildHashEncodingOffset()),
                Hashes.get(at.buffer(), at.body() + StartedDecoder.configHashEncodingOffset()),
                Hashes.get(at.buffer(), at.body() + StartedDecoder.dataHashEncodingOffset()),
                readPositions(in.positions()), readInstruments(in.instruments()), readStrategies(in.strategies()),
                readSources(in.sources()), readLimits(in.limits()),
                in.currency(), in.build(), in.config());
    }

    private static List<Started.Holding> readPositions(StartedDecoder.PositionsDecoder group) {
        List<Started.Holding> out = new ArrayList<>();
        for (StartedDecoder.PositionsDecoder in : group) {
            out.add(new Started.Holding(in.instrument(), in.quantity(), in.averagePrice()));
        }
        return out;
    }

    private static List<Instrument> readInstruments(StartedDecoder.InstrumentsDecoder group) {
        List<Instrument> out = new ArrayList<>();
        for (StartedDecoder.InstrumentsDecoder in : group) {
            String symbol = in.symbol();
            String base = in.base();
            String quote = in.quote();
            out.add(new Instrument(in.instrument(), symbol, AssetClass.of(in.assetClass()), base, quote, in.tick(),
                                   in.lot(),
                    in.minimumNotional(), in.maximumQuantity(), in.sizeDecimals()));
        }
        return out;
    }

    private static List<Started.StrategyEntry> readStrategies(StartedDecoder.StrategiesDecoder group) {
        List<Started.StrategyEntry> out = new ArrayList<>();
        for (StartedDecoder.StrategiesDecoder in : group) {
            out.add(new Started.StrategyEntry(in.strategy(), Timeframe.of(in.timeframe()), in.warmUpBars(), in.budget(),
                    in.name(), in.className(), in.codeHash(), parameters(in.parameters()), lines(in.valueNames()),
                    lines(in.rationales()), lines(in.instruments())));
        }
        return out;
    }

    private static List<Started.SourceName> readSources(StartedDecoder.SourcesDecoder group) {
        List<Started.SourceName> out = new ArrayList<>();
        for (StartedDecoder.SourcesDecoder in : group) {
            out.add(new Started.SourceName(in.source(), in.name()));
        }
        return out;
    }

    private static List<Started.Limit> readLimits(StartedDecoder.LimitsDecoder group) {
        List<Started.Limit> out = new ArrayList<>();
        for (StartedDecoder.LimitsDecoder in : group) {
            out.add(new Started.Limit(LimitKind.of(in.kind()), in.value(), in.name()));
        }
        return out;
    }

    private static String parameterLines(Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, text) -> out.append(out.isEmpty() ? "" : "\n").append(name).append('=').append(text));
        return out.toString();
    }

    private static Map<String, String> parameters(String lines) {
        Map<String, String> out = new TreeMap<>();
        for (String line : lines(lines)) {
            int equals = line.indexOf('=');
            out.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return out;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
