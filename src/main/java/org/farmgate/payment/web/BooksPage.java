package org.farmgate.payment.web;

import org.farmgate.payment.PaymentFile;
import org.farmgate.payment.PaymentListing;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Refund;
import org.farmgate.payment.RefundState;
import org.farmgate.platform.Slice;

/// What officers see.
public final class BooksPage {
    private BooksPage() {}

    /// @param state whose payments are shown; empty for all
    public record Payments(Slice<PaymentListing> rows, String state, String search) {}

    public record Refunds(Slice<Refund> rows, String state, String search) {}

    /// @param done what was just done, a word of `payment.done.<word>`
    public record One(PaymentFile file, boolean takesCash, String done) {}

    public static String tone(PaymentState state) {
        return PayPage.tone(state);
    }

    public static String tone(RefundState state) {
        return switch (state) {
            case ASKED, UNDER_WAY -> "info";
            case DONE -> "good";
            case FAILED -> "bad";
        };
    }
}
