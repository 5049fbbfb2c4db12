/// The decision stage, a pure function of its inputs: books, strategies, orders and guardrails. One thread owns every
/// object here.
package org.gradus.engine.core;
