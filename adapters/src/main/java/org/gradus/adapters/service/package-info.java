/// What outside services that want one key have in common: the key, the addresses it may go to, how often they may be
/// asked, and one exchange with them.
package org.gradus.adapters.service;
