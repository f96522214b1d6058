package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.farmgate.platform.Denied;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.jobs.JobState;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// A new key was put in front of the old one.
@ModuleTest
@Import(Cast.class)
@TestPropertySource(properties = "FARMGATE_KEY=" + ResealingTests.NEW + "," + ResealingTests.OLD)
class ResealingTests {
    static final String NEW = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String OLD = "HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo=";

    @Autowired
    Cast cast;

    @Autowired
    Numbers numbers;

    @Autowired
    NumberStore store;

    @Autowired
    Jobs jobs;

    @Test
    void whatAnOlderKeySealedIsSealedAnewAndStillOpens() {
        var before = new Sealing(OLD, "unused");
        for (var person : new org.farmgate.platform.PartyId[] {
            cast.aygul().person(), cast.tursun().person()
        })
            store.keep(
                    person,
                    NumberKind.BANK,
                    before.seal("6222020200112233445", person + " " + NumberKind.BANK),
                    "•••• 3445",
                    person,
                    Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(numbers.sealedByOlderKeys(cast.admin())).isEqualTo(2);
        assertThatThrownBy(() -> numbers.reseal(cast.officer())).isInstanceOf(Denied.class);
        JobId job = numbers.reseal(cast.admin());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jobs.get(cast.admin(), job).state() == JobState.DONE);
        assertThat(numbers.sealedByOlderKeys(cast.admin())).isZero();
        assertThat(numbers.reveal(cast.aygul(), cast.aygul().person(), NumberKind.BANK, "mine"))
                .isEqualTo("6222020200112233445");
        String place = cast.aygul().person() + " " + NumberKind.BANK;
        var sealed =
                store.find(cast.aygul().person(), NumberKind.BANK).orElseThrow().sealed();
        assertThat(new Sealing(NEW, "unused").open(sealed, place)).isEqualTo("6222020200112233445");
    }
}
