package org.farmgate.logistics.parcels.carrier;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.RequestSignature;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets in what a carrier signed, and tells nobody else which carriers there are.
@Service
public class CarrierGate {
    /// How far the clocks of two machines may be apart.
    public static final Duration REACH = Duration.ofMinutes(5);

    /// Of no carrier: an unknown one takes as long to refuse as a known one.
    private static final String NOBODYS = RequestSignature.secret();

    private final CarrierStore store;
    private final Sealing sealing;
    private final Clock clock;

    CarrierGate(CarrierStore store, Sealing sealing, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// The carrier that signed this. Refuses by CARRIER_CLOCK_APART, before it looks at anything else, and by
    /// CARRIER_SIGNATURE_WRONG.
    ///
    /// @param timestamp seconds since 1970, as sent
    /// @param body to the byte as sent
    @Transactional(readOnly = true)
    public OutsideCarrier admit(String carrier, String timestamp, String signature, byte[] body) {
        if (!isOfNow(timestamp)) throw new RuleBroken(CarrierRule.CARRIER_CLOCK_APART, REACH.toMinutes());
        Optional<CarrierStore.Keyed> known = id(carrier).flatMap(store::keyed);
        String secret = known.map(this::secret).orElse(NOBODYS);
        boolean right = RequestSignature.isRight(secret, timestamp, body, signature);
        if (known.isEmpty() || !right) throw new RuleBroken(CarrierRule.CARRIER_SIGNATURE_WRONG);
        return known.get().carrier();
    }

    String secret(CarrierStore.Keyed carrier) {
        return sealing.open(carrier.secret(), place(carrier.carrier().id()));
    }

    private boolean isOfNow(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) return false;
        return Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= REACH.toSeconds();
    }

    private static Optional<OutsideCarrierId> id(String text) {
        try {
            return Optional.of(new OutsideCarrierId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What a carrier's secret is sealed to.
    static String place(OutsideCarrierId id) {
        return "outside carrier " + id;
    }
}
