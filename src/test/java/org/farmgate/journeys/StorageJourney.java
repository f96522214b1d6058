package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentQuery;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.storage.Depot;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Paging;
import org.farmgate.stock.Lot;
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

/// Goods come to a warehouse near the market, are put away, and go to a store by what it sells.
@JourneyTest
@Import({Cast.class, Depot.class})
class StorageJourney {
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    Consignments consignments;

    @Autowired
    java.time.Clock clock;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void goodsComeInArePutAwayAndGoToTheStoreThatSellsThem(String language) {
        SiteId site = depot.warehouse(cast.manager(), Mass.tonnes(20), false);
        SiteId store = depot.site(cast.manager(), SiteKind.STORE);
        Lot lot = depot.lot(depot.melon, Mass.kilograms(500), 12);
        String name = "storage-" + language;
        String home = "http://localhost:" + port;
        try (Visitor visitor = new Visitor(browser, home, messages, Locale.forLanguageTag(language), name)) {
            visitor.signIn("lina", Cast.PASSWORD);
            receive(visitor, site, lot);
            putAway(visitor, site, lot);
            tellSales(visitor, site, store);
            release(visitor, site, lot);
            deliver(store);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(depot.onHand(lot, store)).isEqualTo(Mass.kilograms(30)));
            visitor.open("/storage/" + site);
            visitor.sees("storage.by-zone");
            visitor.look("warehouse");
            visitor.open("/storage/" + site + "/costs");
            visitor.look("costs");
        }
    }

    private void receive(Visitor visitor, SiteId site, Lot lot) {
        visitor.open("/storage");
        visitor.look("warehouses");
        visitor.open("/storage/" + site);
        visitor.look("warehouse-empty");
        visitor.follow("storage.arrival.announce");
        visitor.type("lines", "nonsense");
        visitor.press("storage.arrival.announce");
        visitor.page().locator(".errors").waitFor();
        visitor.look("announce-refused");
        visitor.type("lines", lot.id() + " 500");
        visitor.press("storage.arrival.announce");
        visitor.sees("storage.look");
        visitor.type("mass", "480");
        visitor.press("storage.receive");
        visitor.page().locator(".errors").waitFor();
        visitor.look("receive-refused");
        visitor.page().locator("main select[name=difference]").selectOption("DAMAGED");
        visitor.press("storage.receive");
        visitor.sees("storage.difference.DAMAGED");
        visitor.look("arrival");
        visitor.press("storage.finish");
        visitor.sees("storage.arrival.stage.RECEIVED");
        assertThat(depot.onHand(lot, site)).isEqualTo(Mass.kilograms(480));
    }

    private void putAway(Visitor visitor, SiteId site, Lot lot) {
        visitor.open("/storage/" + site + "/bins/new");
        visitor.type("zone", "A");
        visitor.type("code", "A-01");
        visitor.type("capacity", "400");
        visitor.look("bin");
        visitor.press("storage.save");
        visitor.sees("storage.saved");
        visitor.open("/storage/" + site + "/put-away/" + lot.id());
        visitor.page()
                .locator("main select[name=to]")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("A · A-01"));
        visitor.press("storage.put-away");
        visitor.page().locator(".errors").waitFor();
        visitor.look("put-away-refused");
        visitor.type("mass", "400");
        visitor.press("storage.put-away");
        visitor.sees("storage.saved");
        visitor.look("bins");
    }

    private void tellSales(Visitor visitor, SiteId site, SiteId store) {
        visitor.open("/replenishment/lines");
        visitor.follow("storage.line.add");
        visitor.page().locator("main select[name=store]").selectOption(store.toString());
        visitor.page().locator("main select[name=product]").selectOption(depot.melon.toString());
        visitor.page().locator("main select[name=warehouse]").selectOption(site.toString());
        visitor.type("pack", "10");
        visitor.look("line");
        visitor.press("storage.save");
        visitor.sees("storage.saved");
        visitor.look("lines");
        for (int i = 3; i >= 1; i--) {
            visitor.open("/sell-through?store=" + store + "&day=" + depot.today.minusDays(i));
            visitor.type("sold-" + depot.melon, "10");
            visitor.type("left-" + depot.melon, "4");
            visitor.press("storage.save");
            visitor.sees("storage.saved");
        }
        visitor.look("sell-through");
    }

    private void release(Visitor visitor, SiteId site, Lot lot) {
        visitor.open("/replenishment");
        visitor.page().locator("main select[name=warehouse]").selectOption(site.toString());
        visitor.look("proposals");
        visitor.press("storage.propose");
        visitor.sees("storage.why.COVER");
        visitor.look("proposal");
        visitor.press("storage.release");
        visitor.sees("storage.proposal.stage.RELEASED");
        visitor.look("released");
        assertThat(depot.onHand(lot, site)).isEqualTo(Mass.kilograms(450));
        visitor.page().locator("main a[href^='/storage/shipments/']").first().click();
        visitor.sees("storage.picks");
        visitor.look("shipment");
    }

    private void deliver(SiteId store) {
        Consignment booked = consignments
                .search(cast.clerk(), new ConsignmentQuery(Paging.first(), java.util.Set.of(ConsignmentStage.BOOKED)))
                .rows()
                .stream()
                .filter(one -> one.toSite().equals(Optional.of(store)))
                .findFirst()
                .orElseThrow();
        consignments.handOver(
                cast.clerk(),
                booked.id(),
                new Carrier(Optional.empty(), "Own truck"),
                Optional.empty(),
                clock.instant());
        consignments.deliver(cast.clerk(), booked.id(), "Shop", Mass.kilograms(30), clock.instant());
    }
}
