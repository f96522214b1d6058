package org.farmgate.live.outside;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.RequestSignature;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets in what is signed with a channel's secret, and tells nobody else which channels there are.
@Service
public class OutsideGate {
    /// How far the clocks of two machines may be apart.
    public static final Duration REACH = Duration.ofMinutes(5);
    /// Of no channel: an unknown one takes as long to refuse as a known one.
    private static final String NOBODYS = RequestSignature.secret();

    private final OutsideStore store;
    private final Sealing sealing;
    private final Clock clock;

    OutsideGate(OutsideStore store, Sealing sealing, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// The channel that signed this. Refuses by OUTSIDE_CLOCK_APART, before it looks at anything else, and by
    /// OUTSIDE_SIGNATURE_WRONG.
    ///
    /// @param timestamp seconds since 1970, as sent
    /// @param signature as sent, see [RequestSignature]
    /// @param body to the byte as sent
    @Transactional(readOnly = true)
    public OutsideChannel admit(String channel, String timestamp, String signature, byte[] body) {
        if (!isOfNow(timestamp)) throw new RuleBroken(OutsideRule.OUTSIDE_CLOCK_APART, REACH.toMinutes());
        Optional<OutsideStore.Keyed> known = id(channel).flatMap(store::keyed);
        String secret = known.map(
                        one -> sealing.open(one.secret(), place(one.channel().id())))
                .orElse(NOBODYS);
        boolean right = RequestSignature.isRight(secret, timestamp, body, signature);
        if (known.isEmpty() || !right) throw new RuleBroken(OutsideRule.OUTSIDE_SIGNATURE_WRONG);
        return known.get().channel();
    }

    private boolean isOfNow(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) return false;
        return Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= REACH.toSeconds();
    }

    private static Optional<OutsideChannelId> id(String text) {
        try {
            return Optional.of(new OutsideChannelId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What a channel's secret is sealed to.
    static String place(OutsideChannelId id) {
        return "outside channel " + id;
    }
}
