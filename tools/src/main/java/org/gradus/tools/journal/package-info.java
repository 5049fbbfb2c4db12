/// The journal in words for auditors: export to JSON lines and to a flat table, as the contract of the export says.
package org.gradus.tools.journal;
