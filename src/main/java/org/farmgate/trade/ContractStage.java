package org.farmgate.trade;

/// The states of a contract by name, for lists and filters.
public enum ContractStage {
    DRAFTED,
    PROPOSED,
    PARTLY_SIGNED,
    SIGNED,
    FULFILLED,
    ENDED,
    CANCELLED,
    LAPSED;

    /// Before both have signed: the terms may still be rewritten, and the contract dropped.
    public boolean isOpen() {
        return switch (this) {
            case DRAFTED, PROPOSED, PARTLY_SIGNED -> true;
            case SIGNED, FULFILLED, ENDED, CANCELLED, LAPSED -> false;
        };
    }

    /// Whether goods and demand are set aside for it.
    public boolean reserves() {
        return isOpen() || this == SIGNED;
    }
}
