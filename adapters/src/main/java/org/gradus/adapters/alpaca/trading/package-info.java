/// The trading side over HTTP: account, assets, clock, orders, positions, activities, each answer read into values with
/// exact numbers.
package org.gradus.adapters.alpaca.trading;
