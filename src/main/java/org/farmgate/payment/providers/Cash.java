package org.farmgate.payment.providers;

import org.farmgate.payment.Payment;
import org.farmgate.payment.Refund;
import org.farmgate.payment.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Paid into somebody's hand, at the door or over the counter. Nobody calls us about it: a person says that the
/// money was taken.
@Component
@Order(4)
class Cash implements Provider {
    @Override
    public String code() {
        return "cash";
    }

    @Override
    public Way begin(Payment payment, Beginning beginning) {
        return new Way.ByHand();
    }

    @Override
    public Told read(Callback callback) {
        throw new CallbackRefused("cash sends nothing");
    }

    @Override
    public Reply reply(boolean taken, String problem) {
        return new Reply("text/plain", problem);
    }

    @Override
    public Standing ask(Payment payment) {
        return new Standing.Waiting();
    }

    @Override
    public Returning refund(Payment payment, Refund refund) {
        return new Returning.ByHand();
    }

    @Override
    public void close(Payment payment) {}
}
