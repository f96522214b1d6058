package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Posts.class})
class ParcelNetworkTests {
    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    ParcelNetwork network;

    private SiteId station() {
        return posts.site(SiteKind.STATION, cast.county(), 38.7, cast.manager().organisation());
    }

    private void refused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt).hasMessageContaining(rule);
    }

    @Test
    void theTreeHoldsNoCircleNoSecondTopAndNoMoreTiersThanItMay() {
        SiteId one = station();
        SiteId two = station();
        network.put(cast.officer(), one, Optional.of(posts.township()));
        refused("NETWORK_CIRCLE", () -> network.put(cast.officer(), posts.township(), Optional.of(one)));
        network.put(cast.officer(), two, Optional.of(one));
        refused("NETWORK_TOO_DEEP", () -> network.put(cast.officer(), station(), Optional.of(two)));
        refused("NETWORK_SITE_HAS_OTHERS_BELOW", () -> network.remove(cast.officer(), one));
        network.remove(cast.officer(), two);
        network.remove(cast.officer(), one);
        refused("NETWORK_TOP_NOT_CENTRE", () -> network.put(cast.officer(), station(), Optional.empty()));
        SiteId second = posts.site(
                SiteKind.SORTING_CENTRE, cast.county(), 38.6, cast.officer().organisation());
        refused("NETWORK_HAS_TOP", () -> network.put(cast.officer(), second, Optional.empty()));
        refused("NETWORK_OTHER_COUNTY", () -> network.put(cast.officer(), station(), Optional.of(posts.otherCentre())));
        refused("SITE_NOT_IN_NETWORK", () -> network.put(cast.officer(), station(), Optional.of(station())));
    }

    @Test
    void onlyTheCountysCentreKeepsIt() {
        assertThatThrownBy(() -> network.put(cast.manager(), station(), Optional.of(posts.centre())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> network.put(cast.viewer(), station(), Optional.of(posts.centre())))
                .isInstanceOf(Denied.class);
        assertThat(network.handledBy(cast.clerk())).contains(posts.village()).doesNotContain(posts.centre());
        assertThat(network.handledBy(cast.officer()))
                .contains(posts.village(), posts.centre())
                .doesNotContain(posts.otherCentre());
    }

    @Test
    void twoChangesAtOnceCloseNoCircle() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            SiteId one = station();
            SiteId two = station();
            network.put(cast.officer(), one, Optional.of(posts.centre()));
            network.put(cast.officer(), two, Optional.of(posts.centre()));
            var outcomes = Race.of(List.<Callable<NetworkLink>>of(
                    () -> network.put(cast.officer(), one, Optional.of(two)),
                    () -> network.put(cast.officer(), two, Optional.of(one))));
            assertThat(Race.won(outcomes)).isEqualTo(1);
        }
    }
}
