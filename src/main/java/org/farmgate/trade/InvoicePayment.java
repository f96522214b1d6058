package org.farmgate.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;

/// Money that a seller received for an invoice.
///
/// @param reference what the bank slip or receipt says; may be empty
public record InvoicePayment(
        PaymentId id,
        InvoiceId invoice,
        Money amount,
        LocalDate on,
        Means means,
        String reference,
        String enteredBy,
        Instant enteredAt) {
    public static final int LONGEST_REFERENCE = 80;

    /// Refuses by the input error `too-long`.
    public InvoicePayment {
        reference = reference.strip();
        if (reference.codePointCount(0, reference.length()) > LONGEST_REFERENCE)
            throw new InputBroken("reference", "too-long", LONGEST_REFERENCE);
    }

    /// By which way money came.
    public enum Means {
        BANK,
        CASH,
        /// Taken from the deposit that the seller holds.
        DEPOSIT
    }

    public record PaymentId(UUID value) implements Id {
        public static PaymentId next() {
            return new PaymentId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    boolean sameAs(InvoicePayment other) {
        return invoice.equals(other.invoice)
                && amount.equals(other.amount)
                && on.equals(other.on)
                && means == other.means
                && reference.equals(other.reference);
    }
}
