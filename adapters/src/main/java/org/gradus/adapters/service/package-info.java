/// What services that are asked with one key have in common: the key, how often they may be asked, and one exchange
/// with them.
package org.gradus.adapters.service;
