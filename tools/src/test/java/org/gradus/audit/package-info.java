/// An auditor that knows an engine by its exported journal and nothing else: it reads JSON lines, keeps books of its
/// own in [java.math.BigDecimal], and names each place where the export contradicts the contract or shows a guardrail
/// passed. It shares no code with the engine; a test holds it to that.
@NullMarked
package org.gradus.audit;

import org.jspecify.annotations.NullMarked;
