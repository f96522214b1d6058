package org.farmgate.logistics.parcels.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.label.TrackingLimits;
import org.farmgate.logistics.parcels.label.TrackingNumbers;
import org.farmgate.measure.Mass;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What strangers may see of a parcel, and how often.
@WholeAppTest
@Import(Tiers.class)
class TrackPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    Tiers tiers;

    @Autowired
    TrackingNumbers numbers;

    private MvcTestResult get(String path, String address) {
        return mvc.get()
                .uri(path)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private Parcel parcel() {
        assertThat(cast.admin().rights()).isNotEmpty();
        return tiers.taken(tiers.village(), new ParcelTarget.Pickup(tiers.centre()), new Mass(2_000));
    }

    @Test
    void theNumberShowsPlacesAndNoPeople() {
        Parcel parcel = parcel();
        assertThat(get(numbers.path(parcel.sscc()), "10.0.0.1"))
                .hasStatusOk()
                .bodyText()
                .contains("Spring village station", "Willow township station", "County sorting centre")
                .doesNotContain("Aygul Memet", "Feng Yulan", "5678", "1234", "Lane 9");
        assertThat(get("/track?number=" + numbers.number(parcel.sscc()), "10.0.0.1"))
                .hasRedirectedUrl(numbers.path(parcel.sscc()));
    }

    @Test
    void theDigitsAloneShowNothing() {
        Parcel parcel = parcel();
        assertThat(get("/00/" + parcel.sscc(), "10.0.0.2"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Spring village station");
        assertThat(get("/00/" + parcel.sscc() + "?k=AAAAAA", "10.0.0.2"))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("Spring village station");
    }

    @Test
    void whoGuessesMustWaitEvenIfTheNextGuessIsRight() {
        Parcel parcel = parcel();
        for (int guess = 0; guess < TrackingLimits.WRONG; guess++)
            assertThat(get("/00/" + parcel.sscc() + "?k=AAAAA" + (guess % 8 + 2), "10.0.0.3"))
                    .hasStatus(404);
        assertThat(get(numbers.path(parcel.sscc()), "10.0.0.3")).hasStatus(429);
        assertThat(get(numbers.path(parcel.sscc()), "10.0.0.4")).hasStatusOk();
    }
}
