package org.farmgate.logistics.parcels.label;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// How often an address may ask where parcels are: ten wrong numbers in ten minutes, and a hundred right ones a
/// minute, which a whole village behind one address does not reach. Kept in this process alone, as the limits of
/// sign-ins are.
@Component
public class TrackingLimits {
    public static final int WRONG = 10;
    public static final int RIGHT = 100;
    private static final Duration WRONG_WITHIN = Duration.ofMinutes(10);
    private static final Duration RIGHT_WITHIN = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20_000;

    private final LoadingCache<String, Bucket> wrong;
    private final LoadingCache<String, Bucket> all;

    TrackingLimits(Clock clock) {
        wrong = buckets(clock, WRONG, WRONG_WITHIN);
        all = buckets(clock, RIGHT, RIGHT_WITHIN);
    }

    /// Before anything is looked up. Refuses by TRACKING_TOO_OFTEN.
    public void ask(String address) {
        if (wrong.get(address).getAvailableTokens() == 0) refuse(wrong.get(address), WRONG_WITHIN.dividedBy(WRONG));
        if (!all.get(address).tryConsume(1)) refuse(all.get(address), RIGHT_WITHIN.dividedBy(RIGHT));
    }

    /// The number was nobody's.
    public void wasWrong(String address) {
        wrong.get(address).tryConsume(1);
    }

    private static void refuse(Bucket bucket, Duration otherwise) {
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        long seconds = Math.max(1, Math.ceilDiv(nanos == 0 ? otherwise.toNanos() : nanos, 1_000_000_000L));
        throw new RuleBroken(TrackingRule.TRACKING_TOO_OFTEN, seconds);
    }

    private static LoadingCache<String, Bucket> buckets(Clock clock, int times, Duration within) {
        TimeMeter meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Math.multiplyExact(clock.millis(), 1_000_000L);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(within.multipliedBy(2))
                .build(_ -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(Bandwidth.builder()
                                .capacity(times)
                                .refillGreedy(times, within)
                                .build())
                        .build());
    }
}
