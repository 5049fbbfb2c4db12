/// Slots, records and their SBE encoding: the bytes of an event, written once at the door and read everywhere else. A
/// flyweight belongs to the stage that wraps it.
package org.gradus.engine.codec;
