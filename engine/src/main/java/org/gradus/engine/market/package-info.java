/// The market stage: judges prints, keeps marks, builds bars and runs the indicators on them. One thread owns every
/// object here.
package org.gradus.engine.market;
