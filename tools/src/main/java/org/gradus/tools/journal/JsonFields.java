package org.gradus.tools.journal;

import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object a line.
final class JsonFields implements Fields {
    private final JsonGenerator json;

    JsonFields(OutputStream out) {
        json = JsonFactory.builder().rootValueSeparator("").build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    @Override
    public void beginRecord() {
        json.writeStartObject();
    }

    @Override
    public void endRecord() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void beginDecisions() {
        beginList("decisions");
    }

    @Override
    public void endDecisions() {
        endList();
    }

    @Override
    public void beginDecision(String kind) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind);
    }

    @Override
    public void endDecision() {
        json.writeEndObject();
    }

    @Override
    public void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    @Override
    public void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    @Override
    public void beginList(String name) {
        json.writeArrayPropertyStart(name);
    }

    @Override
    public void endList() {
        json.writeEndArray();
    }

    @Override
    public void member(String text) {
        json.writeString(text);
    }

    @Override
    public void beginEntry() {
        json.writeStartObject();
    }

    @Override
    public void endEntry() {
        json.writeEndObject();
    }

    @Override
    public void beginMap(String name) {
        json.writeObjectPropertyStart(name);
    }

    @Override
    public void endMap() {
        json.writeEndObject();
    }

    @Override
    public void finish() {
        json.flush();
    }
}
