/// What venues and services of the outside have in common: a key and the addresses it may go to, how often they may be
/// asked, one exchange with them, and a stream that is kept up.
package org.gradus.adapters.service;
