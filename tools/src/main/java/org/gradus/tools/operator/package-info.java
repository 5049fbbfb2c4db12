/// The operator's commands on their way to a running engine, through files in its run folder.
package org.gradus.tools.operator;
