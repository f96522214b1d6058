package org.farmgate.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.payout.Due;
import org.farmgate.ledger.payout.LineState;
import org.farmgate.ledger.payout.Payout;
import org.farmgate.ledger.payout.PayoutId;
import org.farmgate.ledger.payout.PayoutListing;
import org.farmgate.ledger.payout.PayoutState;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;

/// The pages of payouts.
public final class PayoutPage {
    private PayoutPage() {}

    public record Listing(Slice<PayoutListing> payouts, boolean mayPropose, LedgerBook names) {}

    /// @param origin whose books it is paid out of; empty while there are none
    /// @param id of the payout that the form would make, so that sent twice it is one
    /// @param chosen ids of payees that are ticked
    public record Proposal(
            Optional<RegionId> origin,
            Map<String, String> origins,
            List<Due> dues,
            PayoutId id,
            LocalDate payOn,
            Set<String> chosen,
            FormErrors errors,
            LedgerBook names) {
        public List<Due> payable() {
            return dues.stream().filter(Due::canBePaid).toList();
        }

        public List<Due> obstructed() {
            return dues.stream().filter(due -> !due.canBePaid()).toList();
        }

        public Money sum() {
            return payable().stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /// @param mayRelease whether the reader is a second person with the right
    /// @param proposerHere whether the reader proposed it, and so may not release it
    public record One(
            Payout payout,
            boolean mayRelease,
            boolean proposerHere,
            boolean keeps,
            boolean mayTakeFile,
            LocalDate today,
            FormErrors errors,
            LedgerBook names) {
        public String address() {
            return "/payouts/" + payout.id();
        }

        public boolean anySent() {
            return payout.lines().stream().anyMatch(line -> line.state() == LineState.SENT);
        }
    }

    public static String tone(PayoutState state) {
        return switch (state) {
            case PROPOSED -> "warn";
            case RELEASED -> "good";
            case CANCELLED -> "";
        };
    }

    public static String tone(LineState state) {
        return switch (state) {
            case PROPOSED, SENT -> "info";
            case PAID -> "good";
            case RETURNED -> "bad";
            case CANCELLED -> "";
        };
    }
}
