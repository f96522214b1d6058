package org.farmgate.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Split;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentPart;
import org.farmgate.payment.PaymentRefunded;
import org.farmgate.payment.PaymentSucceeded;
import org.farmgate.place.RegionId;
import org.springframework.stereotype.Component;

/// What orders write into the books: the buyer's money lies in escrow under the order from payment to
/// delivery, then goes to those who earned it; what is given back comes out of escrow, and after
/// settlement out of what each had got. Every entry is named by its cause, so writing it twice is
/// writing it once.
@Component
class OrderBooks {
    private final Postings postings;
    private final Operator operator;
    private final Clock clock;

    OrderBooks(Postings postings, Operator operator, Clock clock) {
        this.postings = postings;
        this.operator = operator;
        this.clock = clock;
    }

    /// An order's money has come.
    void paid(PaymentSucceeded payment, List<PaymentPart> parts) {
        postings.post(parts.stream()
                .map(part -> new Transfer(
                        TransferId.of("payment", payment.payment().value(), "order " + part.subject()),
                        taken(part.origin(), payment.provider()),
                        escrow(part.origin(), part.subject()),
                        part.amount(),
                        today(),
                        "payment",
                        payment.payment().value(),
                        Particulars.of("payment", "order", part.subject())))
                .toList());
    }

    /// It has gone back to the buyer.
    void refunded(PaymentRefunded refund) {
        postings.post(List.of(new Transfer(
                TransferId.of("refund", refund.refund().value(), "out"),
                escrow(refund.origin(), refund.subject()),
                taken(refund.origin(), refund.provider()),
                refund.amount(),
                today(),
                "refund",
                refund.refund().value(),
                Particulars.of("refund", "order", refund.subject()))));
    }

    /// The order is done: each gets their portion.
    void settled(Order order, List<Split.Portion> portions) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++)
            transfers.add(new Transfer(
                    TransferId.of("settlement", order.id().value(), "portion " + i),
                    escrow(order.origin(), order.id().value()),
                    account(order.origin(), portions.get(i)),
                    portions.get(i).amount(),
                    today(),
                    "settlement",
                    order.id().value(),
                    particulars(order, portions.get(i))));
        postings.post(transfers);
    }

    /// Money that was settled is fetched back, from each in proportion to what they got.
    void clawedBack(Order order, UUID refund, List<Split.Portion> portions) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++)
            transfers.add(new Transfer(
                    TransferId.of("claw-back", refund, "portion " + i),
                    account(order.origin(), portions.get(i)),
                    escrow(order.origin(), order.id().value()),
                    portions.get(i).amount(),
                    today(),
                    "claw-back",
                    refund,
                    Particulars.of("claw-back", "order", order.id().value())));
        postings.post(transfers);
    }

    /// What was fetched back for a refund that failed goes to the same again.
    void putBack(Order order, UUID refund, List<Split.Portion> portions) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++)
            transfers.add(new Transfer(
                    TransferId.of("refund-failed", refund, "portion " + i),
                    escrow(order.origin(), order.id().value()),
                    account(order.origin(), portions.get(i)),
                    portions.get(i).amount(),
                    today(),
                    "refund-failed",
                    refund,
                    Particulars.of("refund-failed", "order", order.id().value())));
        postings.post(transfers);
    }

    private Particulars particulars(Order order, Split.Portion portion) {
        return switch (portion.share()) {
            case GROWER, COOPERATIVE ->
                new Particulars(
                        Optional.empty(),
                        Optional.of(order.mass()),
                        Optional.empty(),
                        word(portion.share()),
                        "order",
                        Optional.of(order.id().value()));
            case FREIGHT, STATION, HOST, PLATFORM ->
                Particulars.of(word(portion.share()), "order", order.id().value());
        };
    }

    private static String word(Split.Share share) {
        return share.name().toLowerCase(java.util.Locale.ROOT);
    }

    private AccountKey account(RegionId origin, Split.Portion portion) {
        return portion.share() == Split.Share.PLATFORM
                ? AccountKey.of(origin, AccountKind.PLATFORM_FEE, operator.id())
                : AccountKey.payable(origin, operator.id(), portion.party());
    }

    private static AccountKey taken(RegionId origin, String provider) {
        AccountKind kind =
                provider.equals(BatchDraft.AT_THE_DOOR) ? AccountKind.CASH_IN_HAND : AccountKind.PROVIDER_CLEARING;
        return AccountKey.of(origin, kind, provider);
    }

    static AccountKey escrow(RegionId origin, UUID order) {
        return AccountKey.of(origin, AccountKind.ESCROW, order.toString());
    }

    /// What of the order lies in escrow.
    Money inEscrow(Order order) {
        return postings.balance(escrow(order.origin(), order.id().value()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
