/// Pictures of runs, drawn from their journals.
package org.gradus.tools.picture;
