package org.farmgate.payment.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.payment.Callbacks;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.providers.SandboxStore.SandboxOrder;
import org.farmgate.platform.NotFound;
import org.springframework.stereotype.Service;

/// What the payer tells the sandbox to do. Refuses by [NotFound] where the sandbox is off, or does not know of the
/// payment.
@Service
public class SandboxDesk {
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final SandboxStore store;
    private final Callbacks callbacks;
    private final Clock clock;

    SandboxDesk(Sandbox sandbox, SandboxStore store, Callbacks callbacks, Clock clock) {
        this.sandbox = sandbox;
        this.store = store;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /// How it can be told to behave.
    public enum Wish {
        SUCCEED,
        /// The callback comes twice.
        SUCCEED_TWICE,
        /// No callback comes: it is found out by asking, 20 seconds from now.
        SUCCEED_LATER,
        FAIL
    }

    public Money amount(PaymentId payment) {
        return order(payment).amount();
    }

    public boolean refusesRefunds(PaymentId payment) {
        return order(payment).refusesRefunds();
    }

    public void tell(PaymentId payment, Wish wish) {
        SandboxOrder order = order(payment);
        Instant at = clock.instant();
        Optional<String> transaction = Optional.of("sandbox-" + payment);
        switch (wish) {
            case SUCCEED -> {
                store.say(payment, "PAID", transaction, at);
                call(order, "PAID", at);
            }
            case SUCCEED_TWICE -> {
                store.say(payment, "PAID", transaction, at);
                call(order, "PAID", at);
                call(order, "PAID", at);
            }
            case SUCCEED_LATER -> store.say(payment, "PAID", transaction, at.plus(LATER));
            case FAIL -> {
                store.say(payment, "REFUSED", Optional.empty(), at);
                call(order, "REFUSED", at);
            }
        }
    }

    public void refuseRefunds(PaymentId payment, boolean refuse) {
        order(payment);
        store.refuseRefunds(payment, refuse);
    }

    private void call(SandboxOrder order, String word, Instant at) {
        callbacks.receive(
                "sandbox",
                sandbox.send(Map.of(
                        "word",
                        word,
                        "payment",
                        order.payment().toString(),
                        "amount",
                        String.valueOf(order.amount().fen()),
                        "transaction",
                        "sandbox-" + order.payment(),
                        "at",
                        at.toString())));
    }

    private SandboxOrder order(PaymentId payment) {
        if (!sandbox.isOn()) throw new NotFound("payment", payment);
        return store.find(payment).orElseThrow(() -> new NotFound("payment", payment));
    }
}
