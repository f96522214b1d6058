package org.farmgate.ledger.payout;

/// A file for the bank. It is made when it is asked for and kept nowhere, because it holds bank numbers.
public record PayoutFile(String name, String mediaType, byte[] content) {
    /// In which form.
    public enum Form {
        /// Comma-separated, for a bank's web page.
        CSV,
        /// ISO 20022 customer credit transfer initiation, pain.001.001.09.
        PAIN_001
    }
}
