package org.gradus.adapters.alpaca.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/// Path and query of a request. A part of the path is encoded whole, so that the slash of a pair stays within it.
public final class Target {
    private final List<String> parts;
    private final Map<String, String> query = new LinkedHashMap<>();

    private Target(List<String> parts) {
        this.parts = parts;
    }

    public static Target of(String... parts) {
        return new Target(List.of(parts));
    }

    /// An empty value asks for nothing and is left out.
    public Target with(String name, String value) {
        if (!value.isEmpty()) {
            query.put(name, value);
        }
        return this;
    }

    HttpUrl on(HttpUrl base) {
        HttpUrl.Builder url = base.newBuilder();
        parts.forEach(url::addPathSegment);
        query.forEach(url::addQueryParameter);
        return url.build();
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
