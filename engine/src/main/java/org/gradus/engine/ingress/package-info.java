/// The only door in: gives an event its sequence and engine time and encodes it once into a slot.
package org.gradus.engine.ingress;
