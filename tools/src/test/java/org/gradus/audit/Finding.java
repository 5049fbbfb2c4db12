package org.gradus.audit;

/// One place where an export contradicts the contract.
///
/// @param seq    of the record
/// @param rule   the name of the sentence broken; stable, see the auditors
/// @param detail what stands there and what should
public record Finding(long seq, String rule, String detail) {

    @Override
    public String toString() {
        return "seq " + seq + " " + rule + ": " + detail;
    }
}
