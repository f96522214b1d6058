package org.farmgate.shop;

import org.farmgate.logistics.ConsignmentDelivered;
import org.farmgate.logistics.ConsignmentFailed;
import org.farmgate.logistics.ConsignmentHandedOver;
import org.farmgate.payment.PaymentRefunded;
import org.farmgate.payment.PaymentSucceeded;
import org.farmgate.payment.RefundFailed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears what happened to the goods and the money of orders. Each may be told again: nothing is done twice.
@Component
class ShopListener {
    private final OrderPayments payments;
    private final OrderBooks books;
    private final Refunds refunds;
    private final Fulfilment fulfilment;

    ShopListener(OrderPayments payments, OrderBooks books, Refunds refunds, Fulfilment fulfilment) {
        this.payments = payments;
        this.books = books;
        this.refunds = refunds;
        this.fulfilment = fulfilment;
    }

    /// Without a transaction of its own: each step of it has one, and two connections for one piece of news would
    /// let many at once wait for each other.
    @Async
    @TransactionalEventListener
    void on(PaymentSucceeded payment) {
        payments.succeeded(payment);
    }

    @ApplicationModuleListener
    void on(PaymentRefunded refund) {
        if (refund.kind().equals(OrderPayments.KIND)) books.refunded(refund);
    }

    @ApplicationModuleListener
    void on(RefundFailed refund) {
        if (refund.kind().equals(OrderPayments.KIND)) refunds.failed(refund);
    }

    @ApplicationModuleListener
    void on(ConsignmentHandedOver moved) {
        if (moved.causeKind().equals(Fulfilment.CAUSE)) fulfilment.shipped(new OrderId(moved.cause()), moved.at());
    }

    @ApplicationModuleListener
    void on(ConsignmentDelivered moved) {
        if (moved.causeKind().equals(Fulfilment.CAUSE)) fulfilment.delivered(new OrderId(moved.cause()), moved.at());
    }

    @ApplicationModuleListener
    void on(ConsignmentFailed moved) {
        if (moved.causeKind().equals(Fulfilment.CAUSE))
            fulfilment.failed(new OrderId(moved.cause()), moved.reason(), moved.at());
    }
}
