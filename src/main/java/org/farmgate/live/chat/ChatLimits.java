package org.farmgate.live.chat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// How much one may write, whatever the show: one message a second and twenty a minute for a
/// browser, sixty a minute for an address however many browsers it has. Kept in this process alone:
/// several multiply the limit by their number, which still ends a flood. It costs no query.
@Component
class ChatLimits {
    static final int PER_SECOND = 1;
    static final int PER_MINUTE = 20;
    static final int PER_ADDRESS = 60;
    private static final int MOST_KEPT = 50_000;

    private final LoadingCache<UUID, Bucket> viewers;
    private final LoadingCache<String, Bucket> addresses;

    ChatLimits(Clock clock) {
        TimeMeter meter = meter(clock);
        viewers = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(_ -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit(PER_SECOND, Duration.ofSeconds(1)))
                        .addLimit(limit(PER_MINUTE, Duration.ofMinutes(1)))
                        .build());
        addresses = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(_ -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit(PER_ADDRESS, Duration.ofMinutes(1)))
                        .build());
    }

    /// Refuses by CHAT_TOO_FAST with the seconds to wait.
    void take(UUID viewer, String address) {
        take(viewers.get(viewer));
        take(addresses.get(address));
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            throw new RuleBroken(ChatRule.CHAT_TOO_FAST, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    }

    private static Bandwidth limit(int messages, Duration time) {
        return Bandwidth.builder()
                .capacity(messages)
                .refillGreedy(messages, time)
                .build();
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Math.multiplyExact(clock.millis(), 1_000_000L);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
