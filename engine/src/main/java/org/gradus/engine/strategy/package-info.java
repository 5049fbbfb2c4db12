/// The port a strategy implements, the bars and values it sees, and the seven that are built in.
package org.gradus.engine.strategy;
