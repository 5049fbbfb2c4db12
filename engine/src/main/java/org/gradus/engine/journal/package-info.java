/// Writes records down before anything leaves, seals and verifies them. The only package that knows Chronicle Queue.
package org.gradus.engine.journal;
