package org.farmgate.shop;

import org.farmgate.payment.PaymentRefunded;
import org.farmgate.payment.PaymentSucceeded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears what happened to the goods and the money of orders. Each may be told again: nothing is done twice.
@Component
class ShopListener {
    private final OrderPayments payments;
    private final OrderBooks books;
    private final SalesCounts counts;

    ShopListener(OrderPayments payments, OrderBooks books, SalesCounts counts) {
        this.payments = payments;
        this.books = books;
        this.counts = counts;
    }

    @ApplicationModuleListener
    void on(PaymentSucceeded payment) {
        payments.succeeded(payment);
    }

    @ApplicationModuleListener
    void on(PaymentRefunded refund) {
        if (refund.kind().equals(OrderPayments.KIND)) books.refunded(refund);
    }

    @ApplicationModuleListener
    void on(OrdersPlaced placed) {
        counts.count(placed);
    }
}
