package org.gradus.engine.runtime;

import org.agrona.DirectBuffer;
import org.gradus.engine.codec.RecordHeader;
import org.gradus.engine.codec.RecordSource;

/// A journal as it was when an epoch ended: later records are not shown.
final class UntilEpoch implements RecordSource {
    private final RecordSource source;
    private final int last;

    UntilEpoch(RecordSource source, int last) {
        this.source = source;
        this.last = last;
    }

    @Override
    public boolean next() {
        return source.next() && RecordHeader.epoch(source.buffer(), source.offset()) <= last;
    }

    @Override
    public DirectBuffer buffer() {
        return source.buffer();
    }

    @Override
    public int offset() {
        return source.offset();
    }

    @Override
    public void close() {
        source.close();
    }
}
