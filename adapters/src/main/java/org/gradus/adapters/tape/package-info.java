/// Market history from CSV files, plain or gzipped, as tapes of the engine: bytes to lines, lines to fields, fields to
/// events, without an object per row.
package org.gradus.adapters.tape;
