package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.label.TrackingNumbers;
import org.farmgate.logistics.parcels.web.Tiers;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// A parcel of the village goes up three tiers in a bag, through a sorting wave, across to another county, and
/// anybody with its number follows it; another that came from outside is handed out by its code.
@JourneyTest
@Import({Cast.class, Tiers.class})
class ParcelJourney {
    private static Browser browser;
    private static Optional<SiteId> otherCentre = Optional.empty();

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    Tiers tiers;

    @Autowired
    Parcels parcels;

    @Autowired
    TrackingNumbers numbers;

    @Autowired
    Clock clock;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    private Instant begun = Instant.EPOCH;

    private Visitor visitor(String language, String who) {
        return new Visitor(
                browser, "http://localhost:" + port, messages, Locale.forLanguageTag(language), who + "-" + language);
    }

    private SiteId beyond() {
        if (otherCentre.isEmpty())
            otherCentre = Optional.of(tiers.hung(
                    "Other county centre",
                    SiteKind.SORTING_CENTRE,
                    cast.otherCounty(),
                    cast.admin(),
                    Optional.empty()));
        return otherCentre.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void aVillageParcelGoesUpThreeTiersAndAcross(String language) {
        SiteId beyond = beyond();
        Parcel parcel = tiers.taken(
                tiers.village(),
                new ParcelTarget.Pickup(beyond),
                new Mass(2_300),
                clock.instant().minus(Duration.ofHours(9)));
        try (Visitor clerk = visitor(language, "parcel-village");
                Visitor centre = visitor(language, "parcel-centre");
                Visitor guest = visitor(language, "parcel-guest")) {
            clerk.signIn("zhaolin", Cast.PASSWORD);
            takesOneIn(clerk);
            begun = clock.instant();
            String bag = packs(clerk, parcel);
            scans(clerk, tiers.village(), bag, "OUT", 5);
            clerk.look("left");
            follows(guest, parcel, "Spring village station", "parcel.event.OUT");

            centre.signIn("chenjing", Cast.PASSWORD);
            centre.open("/parcels");
            centre.look("sites");
            scans(centre, tiers.township(), bag, "IN", 66);
            scans(centre, tiers.township(), bag, "OUT", 70);
            follows(guest, parcel, "Willow township station", "parcel.event.IN");
            scans(centre, tiers.centre(), bag, "UNLOAD", 135);
            follows(guest, parcel, "County sorting centre", "parcel.event.IN");
            guest.look("at-centre");
            String sorted = sorts(centre, parcel);
            scans(centre, tiers.centre(), sorted, "LOAD", 150);
            follows(guest, parcel, "County sorting centre", "parcel.event.OUT");
            arrives(language, beyond, sorted, parcel);
            follows(guest, parcel, "Other county centre", "parcel.event.IN");
            guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            guest.look("arrived-dark");
            assertThat(guest.main().innerText()).doesNotContain("Feng Yulan", "5678", "Lane 9");
        }
    }

    /// By hand, with a mistake first.
    private void takesOneIn(Visitor clerk) {
        clerk.open("/parcels/at/" + tiers.village() + "/intake");
        clerk.press("parcel.intake.submit");
        clerk.look("intake-wrong");
        clerk.type("senderName", "Aygul Memet");
        clerk.type("senderTelephone", "135 0000 1234");
        clerk.type("receiverName", "Tursun Abla");
        clerk.type("receiverTelephone", "136 0000 5678");
        clerk.main().locator("[name=station]").selectOption(tiers.township().toString());
        clerk.type("mass", "2.5");
        clerk.type("length", "30");
        clerk.type("width", "20");
        clerk.type("height", "20");
        clerk.press("parcel.intake.submit");
        clerk.sees("parcel.trail");
        clerk.look("taken-in");
        APIResponse label = clerk.page().request().get(clerk.page().url().replaceFirst("\\?.*", "") + "/label");
        assertThat(label.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(new String(label.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    /// A bag to the county's centre, filled by scan and closed; answers its number.
    private String packs(Visitor clerk, Parcel parcel) {
        clerk.open("/parcels/at/" + tiers.village() + "/containers");
        clerk.main().locator("[name=to]").selectOption(tiers.centre().toString());
        clerk.press("parcel.container.make");
        String bag = clerk.main().locator("h1").innerText().strip();
        setClock(clerk, 0);
        scan(clerk, parcel.sscc().digits());
        clerk.seesText(clerk.words("parcel.scan.counted"));
        clerk.look("bag");
        clerk.press("parcel.container.close");
        clerk.sees("parcel.container.reopen");
        return bag;
    }

    private void setClock(Visitor who, int seconds) {
        who.page().clock().setFixedTime(new Date(begun.plusSeconds(seconds).toEpochMilli()));
    }

    private static void scan(Visitor who, String code) {
        who.main().locator("[data-scan-field]").fill(code);
        who.main().locator("[data-scan-field]").press("Enter");
        who.main().locator("#answer[data-scan-tone]").waitFor();
    }

    /// At that site, so many seconds after the beginning by the device's clock: clocks differ by some minutes, and
    /// nothing is at two places in one.
    private void scans(Visitor who, SiteId site, String code, String kind, int seconds) {
        setClock(who, seconds);
        who.open("/parcels/at/" + site);
        who.main().locator("input[name=kind][value=" + kind + "]").check();
        scan(who, code);
        assertThat(who.main().locator("#answer").getAttribute("data-scan-tone"))
                .as(who.main().locator("#answer").innerText())
                .isNotEqualTo("bad");
        assertThat(who.page().evaluate("document.activeElement.id")).isEqualTo("code");
    }

    /// A wave: what nobody knows is refused in words; the parcel's chute stands large. Answers the bag's number.
    private String sorts(Visitor centre, Parcel parcel) {
        centre.open("/parcels/at/" + tiers.centre() + "/sorting");
        centre.look("no-wave");
        centre.press("parcel.wave.open");
        centre.sees("parcel.wave.close");
        scan(centre, "NOBODYS-CODE");
        assertThat(centre.main().locator("#answer").getAttribute("data-scan-tone"))
                .isEqualTo("bad");
        centre.sees("parcel.scan.refused");
        centre.look("wave-refused");
        setClock(centre, 140);
        scan(centre, parcel.sscc().digits());
        centre.main().locator("#answer.good .scan-big").waitFor();
        assertThat(centre.main().locator("#answer .scan-say").innerText()).contains("Other county centre");
        assertThat(centre.main().locator(".chute-now .chute-count").innerText()).isEqualTo("1");
        centre.look("wave-chute");
        centre.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(centre.words("parcel.wave.close")))
                .first()
                .click();
        centre.press("parcel.wave.close");
        centre.sees("parcel.wave.labels");
        centre.look("wave-closed");
        APIResponse labels = centre.page().request().get(centre.page().url() + "/labels");
        assertThat(labels.headers().get("content-type")).isEqualTo("application/pdf");
        return centre.main().locator("a.number").first().innerText().strip();
    }

    private void arrives(String language, SiteId beyond, String bag, Parcel parcel) {
        try (Visitor other = visitor(language, "parcel-other")) {
            other.signIn("rena", Cast.PASSWORD);
            scans(other, beyond, bag, "UNLOAD", 215);
            scans(other, beyond, parcel.sscc().digits(), "IN", 220);
            other.look("other-centre");
        }
    }

    private void follows(Visitor guest, Parcel parcel, String place, String event) {
        guest.open("/track");
        guest.type("number", numbers.number(parcel.sscc()));
        guest.press("parcel.track.submit");
        guest.seesText(place);
        guest.sees(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void anInboundParcelIsHandedOutByItsCode(String language) {
        try (Visitor clerk = visitor(language, "parcel-inbound")) {
            clerk.signIn("zhaolin", Cast.PASSWORD);
            clerk.open("/parcels/at/" + tiers.village() + "/intake?what=INBOUND");
            clerk.type("waybill", "ZT-" + language);
            clerk.type("carrier", "Great Road Express");
            clerk.type("receiverName", "Aygul Memet");
            clerk.type("receiverTelephone", "136 0000 5678");
            clerk.type("mass", "1");
            clerk.type("length", "20");
            clerk.type("width", "20");
            clerk.type("height", "20");
            clerk.press("parcel.intake.submit");
            clerk.sees("parcel.stage.READY");
            clerk.main()
                    .locator("summary")
                    .filter(new Locator.FilterOptions().setHasText(clerk.words("parcel.pickup-code.new")))
                    .first()
                    .click();
            clerk.press("parcel.pickup-code.new");
            String code = clerk.main().locator("#pickup-code").innerText().strip();
            clerk.look("pickup-code");
            handOut(clerk, "ZT-" + language, code.equals("000000") ? "111111" : "000000");
            clerk.sees("parcel.scan.refused");
            assertThat(clerk.main().locator("#answer").getAttribute("data-scan-tone"))
                    .isEqualTo("bad");
            clerk.look("wrong-code");
            handOut(clerk, "ZT-" + language, code);
            clerk.sees("parcel.handed-out.say");
            clerk.look("handed-out");
        }
    }

    private void handOut(Visitor clerk, String waybill, String code) {
        clerk.open("/parcels/at/" + tiers.village() + "/hand-out");
        clerk.type("code", waybill);
        clerk.type("pickupCode", code);
        clerk.type("taker", "Aygul Memet");
        clerk.press("parcel.hand-out");
    }
}
