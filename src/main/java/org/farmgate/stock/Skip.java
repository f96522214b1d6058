package org.farmgate.stock;

/// A later lot is to leave although an earlier one is there, and why; both are kept.
public record Skip(LotId instead, String reason) {
    /// Refuses by the input errors `missing` and `too-long`.
    public Skip {
        reason = WriteOff.reason("skipReason", reason);
    }
}
