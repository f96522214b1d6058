package org.farmgate.payment;

import java.time.Clock;
import java.time.Instant;
import org.farmgate.payment.providers.Beginning;
import org.farmgate.payment.providers.Provider;
import org.farmgate.payment.providers.ProviderSilent;
import org.farmgate.payment.providers.Providers;
import org.farmgate.platform.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where the payer gets on their way. Never inside a transaction: the provider is asked.
@Service
@Transactional(propagation = Propagation.NEVER)
public class Beginnings {
    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final Payments payments;
    private final PaymentStore store;
    private final Reconciling reconciling;
    private final Providers providers;
    private final Clock clock;

    Beginnings(Payments payments, PaymentStore store, Reconciling reconciling, Providers providers, Clock clock) {
        this.payments = payments;
        this.store = store;
        this.reconciling = reconciling;
        this.providers = providers;
        this.clock = clock;
    }

    /// Asks the provider how this is to be paid; again, it asks for a fresh code. Refuses by PAYMENT_NOT_OPEN,
    /// PAYMENT_PROVIDER_OFF, PAYMENT_PROVIDER_NOT_ANSWERING.
    public Payment begin(PaymentId id, boolean onPhone, String address) {
        Payment payment = payments.get(id);
        Instant now = clock.instant();
        boolean late = payment.expiresAt().map(end -> !end.isAfter(now)).orElse(false);
        if (!payment.isOpen() || late) throw new RuleBroken(PaymentRule.PAYMENT_NOT_OPEN);
        Provider provider = providers
                .find(payment.provider())
                .orElseThrow(() -> new RuleBroken(PaymentRule.PAYMENT_PROVIDER_OFF, payment.provider()));
        Way way = way(provider, payment, new Beginning(onPhone, address));
        Instant at = clock.instant();
        if (!store.begin(id, way, at, at.plus(Reconciling.pause(0))))
            throw new RuleBroken(PaymentRule.PAYMENT_NOT_OPEN);
        return payments.get(id);
    }

    private static Way way(Provider provider, Payment payment, Beginning beginning) {
        try {
            return provider.begin(payment, beginning);
        } catch (ProviderSilent silent) {
            LOG.warn("Payment {} could not begin: {}", payment.id(), silent.getMessage());
            throw new RuleBroken(PaymentRule.PAYMENT_PROVIDER_NOT_ANSWERING);
        }
    }

    /// Asks the provider at once how it stands, for who comes back from there and waits.
    public Payment look(PaymentId id) {
        Payment payment = payments.get(id);
        if (payment.isOpen() && payment.way().isPresent()) reconciling.ask(payment);
        return payments.get(id);
    }
}
