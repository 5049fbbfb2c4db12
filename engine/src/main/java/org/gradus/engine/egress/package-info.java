/// The way out: hands orders of journaled records to the gateway and decides nothing.
package org.gradus.engine.egress;
