package org.farmgate.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.farmgate.platform.AccountRule;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// How often one may be wrong: five times in five minutes for one name from one address, and fifty times for one
/// address whatever the name. An attempt counts when it begins, so a hundred at once are still five; a right one is
/// given back. Kept in this process alone: several processes multiply the limit by their number, which still ends
/// guessing.
@Component
class AttemptLimits {
    static final int PER_NAME = 5;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 20_000;

    private final LoadingCache<String, Bucket> names;
    private final LoadingCache<String, Bucket> addresses;

    AttemptLimits(Clock clock) {
        names = buckets(clock, PER_NAME);
        addresses = buckets(clock, PER_ADDRESS);
    }

    /// Refuses by TOO_MANY_ATTEMPTS with the seconds to wait.
    void begin(String username, String address) {
        take(addresses.get(address));
        try {
            take(names.get(key(username, address)));
        } catch (RuleBroken refused) {
            addresses.get(address).addTokens(1);
            throw refused;
        }
    }

    /// The attempt was right: it costs nothing, and earlier slips of the finger are forgotten.
    void succeeded(String username, String address) {
        addresses.get(address).addTokens(1);
        names.invalidate(key(username, address));
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
            throw new RuleBroken(AccountRule.TOO_MANY_ATTEMPTS, seconds);
        }
    }

    private static String key(String username, String address) {
        return address + " " + (username.length() > 100 ? username.substring(0, 100) : username);
    }

    private static LoadingCache<String, Bucket> buckets(Clock clock, int attempts) {
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
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(_ -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(Bandwidth.builder()
                                .capacity(attempts)
                                .refillGreedy(attempts, WINDOW)
                                .build())
                        .build());
    }
}
