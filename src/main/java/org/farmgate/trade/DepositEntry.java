package org.farmgate.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;

/// Something that happened to a contract's deposit.
///
/// @param note a bank slip's words or a reason
public record DepositEntry(
        DepositEntryId id,
        ContractId contract,
        Kind kind,
        Money amount,
        LocalDate on,
        String note,
        String enteredBy,
        Instant enteredAt) {
    public static final int LONGEST_NOTE = 200;

    /// Refuses by the input error `too-long`.
    public DepositEntry {
        note = note.strip();
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE)
            throw new InputBroken("note", "too-long", LONGEST_NOTE);
    }

    public enum Kind {
        /// The buyer paid it; the seller holds it for them.
        RECEIVED,
        /// Taken towards an invoice: what was held becomes payment.
        APPLIED,
        /// Given back to the buyer.
        GIVEN_BACK,
        /// The buyer broke the contract, so it is the seller's (PRC Civil Code, article 587).
        FORFEITED
    }

    public record DepositEntryId(UUID value) implements Id {
        public static DepositEntryId next() {
            return new DepositEntryId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    boolean sameAs(DepositEntry other) {
        return contract.equals(other.contract)
                && kind == other.kind
                && amount.equals(other.amount)
                && on.equals(other.on)
                && note.equals(other.note);
    }
}
