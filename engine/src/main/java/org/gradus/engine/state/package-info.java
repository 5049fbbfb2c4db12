/// One visit of every stateful object, for hashing, saving and loading alike.
package org.gradus.engine.state;
