package org.farmgate.payment;

import org.farmgate.payment.providers.Callback;
import org.farmgate.payment.providers.CallbackRefused;
import org.farmgate.payment.providers.Provider;
import org.farmgate.payment.providers.Providers;
import org.farmgate.payment.providers.Reply;
import org.farmgate.payment.providers.Told;
import org.farmgate.platform.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Where providers tell us by themselves. Anybody can knock here, so nothing is believed, and nothing written, before
/// the provider's signature is proved; then it may come late, twice or out of order.
@Service
public class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final Providers providers;
    private final Outcomes outcomes;

    Callbacks(Providers providers, Outcomes outcomes) {
        this.providers = providers;
        this.outcomes = outcomes;
    }

    /// @param status of HTTP: 200 where it need not be told again, 401 where it is not the provider's or too old, 404
    ///     where we know no such payment, 422 where it contradicts what was asked for
    public record Answer(int status, Reply reply) {}

    /// Refuses by [NotFound] where no such provider is on.
    public Answer receive(String code, Callback callback) {
        Provider provider = providers.find(code).orElseThrow(() -> new NotFound("payment-provider", code));
        Told told;
        try {
            told = provider.read(callback);
        } catch (CallbackRefused refused) {
            LOG.warn("A callback said to be of {} was refused: {}", code, refused.getMessage());
            return new Answer(401, provider.reply(false, "not signed by you, or too old"));
        }
        return switch (outcomes.take(code, told)) {
            case TAKEN, REPEATED, IGNORED, PAID_TWICE -> new Answer(200, provider.reply(true, ""));
            case UNKNOWN -> new Answer(404, provider.reply(false, "no such payment"));
            case AMOUNT_DIFFERS -> new Answer(422, provider.reply(false, "another amount than asked for"));
        };
    }
}
