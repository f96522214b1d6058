package org.farmgate.payment;

import org.farmgate.party.Reaches;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people who look after money see: with SEE_BOOKS, the parts of payments and the refunds of their county or of
/// which their organisation is the seller.
@Service
@Transactional(readOnly = true)
public class PaymentBooks {
    private final PaymentReadStore payments;
    private final RefundStore refunds;
    private final Reaches reaches;

    PaymentBooks(PaymentReadStore payments, RefundStore refunds, Reaches reaches) {
        this.payments = payments;
        this.refunds = refunds;
        this.reaches = reaches;
    }

    public Slice<PaymentListing> search(Actor actor, PaymentQuery query) {
        Sight sight = sight(actor);
        return Slice.of(payments.search(sight, query), query.paging(), payments.count(sight, query));
    }

    public Slice<Refund> searchRefunds(Actor actor, RefundQuery query) {
        Sight sight = sight(actor);
        return Slice.of(refunds.search(sight, query), query.paging(), refunds.count(sight, query));
    }

    /// One payment with all that belongs to it; of its parts and refunds those that the actor may see. Refuses by
    /// [NotFound] where none is.
    public PaymentFile get(Actor actor, PaymentId id) {
        Sight sight = sight(actor);
        var parts = payments.parts(sight, id);
        if (parts.isEmpty()) throw new NotFound("payment", id);
        var own = refunds.ofPayment(id).stream()
                .filter(refund -> parts.stream()
                        .anyMatch(part -> part.origin().equals(refund.origin())
                                && part.subject().equals(refund.subject())))
                .toList();
        return new PaymentFile(payments.find(id).orElseThrow(), parts, own, payments.notices(id));
    }

    private Sight sight(Actor actor) {
        actor.require(Right.SEE_BOOKS);
        return new Sight(reaches.of(actor), actor.organisation());
    }
}
