package org.gradus.adapters.venue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The answer to a [Call].
///
/// @param body  null where there is none, as with 204
public record Reply(int status, @Nullable JsonNode body) {
}
