/// Requests and answers: one budget a key, retries of questions only, and every way an answer can fail as a value.
package org.gradus.adapters.alpaca.rest;
