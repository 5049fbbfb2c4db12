/// The trading side of the venue without a wire: accounts, orders, matching, money. One lock guards all of it, and
/// [Exchange] alone takes it. Decimals are exact.
package org.gradus.adapters.venue.exchange;
