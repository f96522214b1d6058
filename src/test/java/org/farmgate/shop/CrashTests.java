package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.bench.CrashBench;
import org.junit.jupiter.api.Test;

/// What `./farmgate bench crash` does twenty times, in short: real processes, real kills.
class CrashTests {
    @Test
    void whatWasAcknowledgedOutlivesTheProgramAndItsDatabase() throws Exception {
        CrashBench.Outcome outcome = CrashBench.crash(2, System.nanoTime());
        assertThat(outcome.acknowledged()).isGreaterThan(10);
        assertThat(outcome).matches(CrashBench.Outcome::isSound);
    }

    @Test
    void twoProcessesSellTheLastPacksOnce() throws Exception {
        assertThat(CrashBench.sellTheLastByTwo(50, 64)).isEqualTo(50);
    }
}
