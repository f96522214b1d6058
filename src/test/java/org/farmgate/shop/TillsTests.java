package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.farmgate.measure.Mass;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.stock.HoldingId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A counter sells what is set aside for it, and nothing else.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Stall.class)
class TillsTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    Tills tills;

    @Autowired
    Listings listings;

    @Autowired
    Orders orders;

    @Autowired
    Imports imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrderIntake intake;

    @Autowired
    Clock clock;

    private Till till(String name) {
        return tills.open(cast.manager(), TillId.next(), cast.county(), stall.site(), name);
    }

    private Listing stocked(Till till, long packs) {
        Listing model = stall.open(1, Optional.empty());
        stall.melons(Mass.kilograms(5 * packs));
        return tills.stock(cast.manager(), till.id(), model.id(), HoldingId.next(), packs);
    }

    @Test
    void whatIsSoldOverTheCounterIsPickedPaidAndDeliveredAtOnce() {
        Till till = till("Counter 1");
        Listing goods = stocked(till, 6);
        OrderKey key = OrderKey.next();
        List<Wanted> two = List.of(new Wanted(goods.id(), 2, Optional.of(Stall.PRICE)));
        Order order = tills.sell(cast.manager(), till.id(), key, two);
        assertThat(order.channel()).isEqualTo(Channel.TILL);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.ofSeller(cast.manager(), order.id()).state() == OrderState.SETTLED);
        // The button was pressed twice.
        assertThat(tills.sell(cast.manager(), till.id(), key, two).id()).isEqualTo(order.id());
        assertThat(stall.left(goods.sellable())).isEqualTo(4);
    }

    @Test
    void itSellsOnlyWhatIsSetAsideForItAndNobodyElseSellsThat() {
        Till till = till("Counter 2");
        Listing goods = stocked(till, 3);
        Listing open = stall.open(5, Optional.empty());
        assertThatThrownBy(() -> intake.place(stall.order(goods, 1)))
                .as("by program, whoever knows its id")
                .isInstanceOf(NotFound.class);
        refused(
                TillRule.TILL_DOES_NOT_SELL_THAT,
                () -> tills.sell(
                        cast.manager(),
                        till.id(),
                        OrderKey.next(),
                        List.of(new Wanted(open.id(), 1, Optional.empty()))));
        refused(
                ShopRule.NOT_ENOUGH_LEFT,
                () -> tills.sell(
                        cast.manager(),
                        till.id(),
                        OrderKey.next(),
                        List.of(new Wanted(goods.id(), 4, Optional.empty()))));
        assertThatThrownBy(() -> tills.sell(
                        cast.otherManager(),
                        till.id(),
                        OrderKey.next(),
                        List.of(new Wanted(goods.id(), 1, Optional.empty()))))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/shop/" + goods.id())).hasStatus(404);
        assertThat(mvc.get().uri("/shop")).bodyText().doesNotContain(goods.id().toString());
        assertThat(mvc.post()
                        .uri("/cart")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("listing", goods.id().toString())
                        .param("packs", "1"))
                .hasStatus(404);
        assertThat(stall.left(goods.sellable())).isEqualTo(3);
        refused(
                TillRule.TILL_NAME_TAKEN,
                () -> tills.open(cast.manager(), TillId.next(), cast.county(), stall.site(), "counter 2"));
    }

    @Test
    void aSellerSellsByThePage() {
        Till till = till("Counter 3");
        Listing goods = stocked(till, 3);
        String path = "/tills/" + till.id();
        for (String language : List.of("en", "zh-CN", "ug"))
            for (String page : List.of("/tills", path, path + "?packs." + goods.id() + "=2"))
                assertThat(mvc.get()
                                .uri(page)
                                .header("Accept-Language", language)
                                .with(cast.signedInAs(cast.manager())))
                        .hasStatusOk();
        assertThat(mvc.get()
                        .uri(path + "?packs." + goods.id() + "=2")
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.manager())))
                .bodyText()
                .contains("118.00", "taken in cash");
        assertThat(mvc.get().uri(path + "?packs." + goods.id() + "=-1").with(cast.signedInAs(cast.manager())))
                .hasStatus(422);
        var sale = mvc.post()
                .uri(path + "/sales")
                .param("key", OrderKey.next().toString())
                .param("line0", goods.id() + " 2 5900")
                .with(cast.signedInAs(cast.manager()))
                .exchange();
        assertThat(sale).hasStatus(303);
        assertThat(mvc.get()
                        .uri(sale.getResponse().getRedirectedUrl())
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.manager())))
                .bodyText()
                .contains("Sold for ¥118.00", "1 left");
        assertThat(mvc.post()
                        .uri(path + "/sales")
                        .param("key", OrderKey.next().toString())
                        .param("line0", goods.id() + " 1 1")
                        .with(cast.signedInAs(cast.manager())))
                .hasStatus(409);
        for (String deed : List.of("/sales", "/goods"))
            assertThat(mvc.post().uri(path + deed).with(cast.signedInAs(cast.otherManager())))
                    .hasStatus(404);
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Till till = till("Counter 4");
        Listing goods = stocked(till, 5);
        String day = LocalDate.now(clock).toString();
        String file = "till,receipt,sold_on,goods,packs\n"
                + "Counter 4,1,%s,Box of melons,2\nCOUNTER 4,2,%s,box of melons,1\n".formatted(day, day);
        ImportedFile first = brought(file, "a.csv");
        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(stall.left(goods.sellable())).isEqualTo(2);
        brought(file + "Counter 4,3,%s,Box of melons,1\n".formatted(day), "b.csv");
        assertThat(stall.left(goods.sellable())).isEqualTo(1);
        assertThat(stall.ordered(goods.id())).isEqualTo(4);
        // A receipt with another number of packs, more than is left, an unknown till, goods it does not sell, the
        // future.
        ImportedFile wrong = brought(
                "till,receipt,sold_on,goods,packs\n"
                        + "Counter 4,1,%s,Box of melons,3\n".formatted(day)
                        + "Counter 4,9,%s,Box of melons,2\n".formatted(day)
                        + "Counter X,9,%s,Box of melons,1\n".formatted(day)
                        + "Counter 4,9,%s,Apples,1\n".formatted(day)
                        + "Counter 4,10,%s,Box of melons,1\n"
                                .formatted(LocalDate.now(clock).plusDays(3))
                        + "Counter 4,11,%s,Box of melons,0\n".formatted(day),
                "c.csv");
        assertThat(wrong.state()).isNotEqualTo(ImportState.DONE);
        assertThat(imports.faults(cast.manager(), wrong.id(), Paging.first()).rows())
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(stall.left(goods.sellable())).isEqualTo(1);
    }

    private ImportedFile brought(String csv, String name) {
        var started = imports.start(
                cast.manager(), "till-sales", name, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> imports.get(cast.manager(), started.file().id()).state() != ImportState.WAITING);
        return imports.get(cast.manager(), started.file().id());
    }

    private static void refused(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
