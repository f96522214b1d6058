package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GatheringTests {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final Gathering<Integer> arrived = new Gathering<>();

    @Test
    void whatArrivedComesOutInItsOrderAndNoMoreThanAskedFor() {
        for (int i = 0; i < 5; i++) arrived.add(i);
        assertThat(arrived.next(3)).containsExactly(0, 1, 2);
        assertThat(arrived.next(3)).containsExactly(3, 4);
        assertThat(arrived.next(3)).isEmpty();
        assertThat(arrived.isEmpty()).isTrue();
    }

    @Test
    @Timeout(5)
    void afterASingleOrderNobodyIsWaitedFor() {
        arrived.wrote(1, HOUR);
        arrived.add(1);
        assertThat(arrived.next(500)).containsExactly(1);
    }

    @Test
    @Timeout(5)
    void underLoadHalfOfThoseWhoWereUnderWayAreWaitedForAndNoLongerThanTheLastBatchTook() {
        arrived.wrote(8, HOUR);
        arrived.add(1);
        // Nobody else comes: it goes on by itself.
        assertThat(arrived.next(500)).containsExactly(1);
    }

    @Test
    @Timeout(5)
    void whoeverCompletesTheBatchWakesTheWriter() throws Exception {
        for (int round = 0; round < 200; round++) {
            arrived.wrote(8, HOUR);
            arrived.add(0);
            long began = System.nanoTime();
            var batch = CompletableFuture.supplyAsync(() -> arrived.next(500));
            for (int i = 1; i < 4; i++) arrived.add(i);
            List<Integer> taken = new java.util.ArrayList<>(batch.get());
            boolean inTime = System.nanoTime() - began < Gathering.LONGEST_NANOS;
            // On a busy machine the four may come too late for the first batch; none is lost then.
            if (inTime) assertThat(taken).hasSize(4);
            arrived.wrote(1, 1);
            taken.addAll(arrived.next(500));
            assertThat(taken).containsExactly(0, 1, 2, 3);
        }
    }
}
