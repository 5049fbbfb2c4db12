/// One `gradus run`: its folder, its pace, what it prints while it runs and when it ends.
package org.gradus.tools.run;
