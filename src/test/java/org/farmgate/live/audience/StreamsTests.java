package org.farmgate.live.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.farmgate.live.LineUp;
import org.farmgate.live.PinId;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.Studio;
import org.farmgate.live.ViewerId;
import org.farmgate.live.web.ViewerCookie;
import org.farmgate.measure.Money;
import org.farmgate.shop.Listing;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Streams over the real web server, as browsers open them.
@JourneyTest
@Import({Cast.class, Stall.class, Studio.class})
@TestPropertySource(
        properties = {
            "farmgate.live.heartbeat=200ms",
            "farmgate.live.counted-per-address=3",
            "farmgate.live.streams-per-address=8"
        })
class StreamsTests {
    @LocalServerPort
    int port;

    @Autowired
    Studio studio;

    @Autowired
    Shows shows;

    @Autowired
    Pins pins;

    @Autowired
    LineUp lineUp;

    @Autowired
    OrderIntake intake;

    @Autowired
    Audience audience;

    @Autowired
    Streams streams;

    @Autowired
    ViewerCookie cookies;

    @Autowired
    JdbcClient jdbc;

    private final List<Tab> tabs = new ArrayList<>();
    private Show show;
    private Listing melons;

    @BeforeEach
    void goOnAir() {
        show = studio.planned();
        melons = studio.brings(show, 500, Optional.of(100));
        show = studio.onAir(show);
    }

    @AfterEach
    void close() {
        tabs.forEach(Tab::close);
    }

    @Test
    void firstComesWhatIsToBeSeenNowThenEachChange() throws Exception {
        Listing other = studio.brings(show, 10, Optional.empty());
        pin(melons);
        Tab tab = open("Accept-Language", "en");
        assertThat(tab.await("state", "LIVE").data()).contains("\"label\":\"On air\"", "Melons before noon");
        assertThat(tab.await("pin", melons.id().toString()).data())
                .contains(
                        "\"priceFen\":4900",
                        "¥49.00",
                        "\"left\":500",
                        "\"limit\":100",
                        "\"version\":1",
                        "23 households");
        assertThat(tab.await("stock", melons.id().toString()).data()).contains(":500");
        tab.await("stock", "\"" + other.id() + "\":10");
        assertThat(tab.await("chat-all", "messages").data()).isEqualTo("{\"messages\":[]}");

        pin(other);
        tab.await("pin", other.id().toString());
        lineUp.reprice(studio.host(), show.id(), other.id(), 1, new Money(4_500));
        assertThat(tab.await("pin", "\"priceFen\":4500").data()).contains("\"version\":2");
        assertThat(intake.place(studio.order(studio.listing(other.id()), 3, "sandbox")))
                .allMatch(OrderAnswer.Taken.class::isInstance);
        tab.await("stock", "\"" + other.id() + "\":7");
        pins.unpin(studio.host(), show.id());
        tab.awaitLast("pin", "{}"::equals);
        shows.end(studio.host(), show.id());
        tab.await("state", "ENDED");
    }

    @Test
    void eachReadsItInTheirLanguage() throws Exception {
        assertThat(open("Accept-Language", "zh-CN").await("state", "LIVE").data())
                .contains("直播");
        assertThat(open("Cookie", "lang=ug").await("state", "LIVE").data()).contains("نەق مەيداندا");
    }

    @Test
    void whatIsLeftIsToldAtMostTwiceASecondHoweverManyOrder() throws Exception {
        pin(melons);
        Tab tab = open();
        tab.awaitLast("stock", data -> data.contains(":500"));
        int before = tab.all("stock").size();
        var enough = new AtomicBoolean();
        List<Thread> buyers = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            buyers.add(Thread.ofVirtual().start(() -> {
                while (!enough.get()) intake.place(studio.order(melons, 1, "sandbox"));
            }));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> tab.all("stock").size() >= before + 6 || leftInStock() == 0);
        enough.set(true);
        for (Thread buyer : buyers) buyer.join();
        tab.awaitLast("stock", data -> data.contains(":" + leftInStock()));
        List<Tab.Event> told = tab.all("stock").stream()
                .filter(event -> event.data().contains(melons.id().toString()))
                .toList();
        double seconds = (told.getLast().nanos() - told.getFirst().nanos()) / 1e9;
        assertThat(told.size() - 1).as("in %.1f s", seconds).isLessThanOrEqualTo((int) Math.ceil(2 * seconds) + 1);
        assertThat(500 - leftInStock()).as("orders meanwhile").isGreaterThan(told.size());
    }

    @Test
    void whatIsOverHasNoStreamAndWhatIsNotNeither() throws Exception {
        shows.end(studio.host(), show.id());
        assertThat(open().status()).isEqualTo(204);
        assertThat(Tab.open(port, "/shows/" + ShowId.next() + "/events").status())
                .isEqualTo(404);
    }

    @Test
    void eachBrowserCountsOnceAndNoLongerThanItWatches() throws Exception {
        String first = cookie();
        Tab one = open("Cookie", first);
        Tab same = open("Cookie", first);
        Tab two = open("Cookie", cookie());
        two.awaitLast("viewers", "{\"now\":2}"::equals);
        assertThat(audience.now(show.id())).isEqualTo(2);
        two.close();
        one.awaitLast("viewers", "{\"now\":1}"::equals);
        same.close();
        one.close();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> audience.now(show.id()) == 0);
        assertThat(audience.distinct(show.id())).isEqualTo(2);
        assertThat(audience.peak(show.id())).isEqualTo(2);
        assertThat(audience.minutes(show.id())).isNotEmpty();
    }

    @Test
    void forgedCookiesAndNoneCountAsOneForTheirAddress() throws Exception {
        ViewerId made = ViewerId.next();
        Tab forged = open("Cookie", "viewer=" + made + "." + ViewerId.next());
        assertThat(forged.cookie()).startsWith("viewer=").doesNotContain(made.toString());
        open("Cookie", "viewer=17");
        open();
        open();
        Tab honest = open("Cookie", forged.cookie());
        honest.awaitLast("viewers", "{\"now\":2}"::equals);
        assertThat(audience.distinct(show.id())).isEqualTo(1);
    }

    @Test
    void ofOneAddressOnlySoManyCountAndOnlySoManyWatch() throws Exception {
        for (int i = 0; i < 8; i++) open("Cookie", cookie(), "X-Forwarded-For", "198.51.100.9, 203.0.113.7");
        Tab last = open("Cookie", cookie(), "X-Forwarded-For", "203.0.113.8");
        last.awaitLast("viewers", "{\"now\":4}"::equals);
        assertThat(open("Cookie", cookie(), "X-Forwarded-For", "203.0.113.7").status())
                .isEqualTo(429);
    }

    @Test
    void aLostConnectionToTheDatabaseHealsAndNothingStaysStale() throws Exception {
        Tab tab = open();
        tab.await("state", "LIVE");
        for (int i = 0; i < 3; i++) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::cutListeners, cut -> cut > 0);
            Listing pinned = i % 2 == 0 ? melons : studio.brings(show, 5, Optional.empty());
            pin(pinned);
            tab.awaitLast("pin", data -> data.contains(pinned.id().toString()));
        }
    }

    private int cutListeners() {
        return jdbc.sql("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where application_name = 'farmgate-live' and datname = current_database()
                """).query(Integer.class).single();
    }

    @Test
    void whoDoesNotReadHoldsNobodyUp() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var socket = new Socket();
            socket.setReceiveBufferSize(1_024);
            socket.connect(new java.net.InetSocketAddress("localhost", port));
            socket.getOutputStream()
                    .write(("GET /shows/" + show.id() + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            deaf.add(socket);
        }
        Tab tab = open();
        tab.await("state", "LIVE");
        for (int i = 0; i < 5; i++) {
            pin(melons);
            tab.awaitLast("pin", data -> data.contains(melons.id().toString()));
            pins.unpin(studio.host(), show.id());
            tab.awaitLast("pin", "{}"::equals);
        }
        for (Socket socket : deaf) socket.close();
    }

    @Test
    void aStreamThatEndsLeavesNothingBehind() throws Exception {
        int before = streams.size();
        Tab tab = open();
        tab.await("state", "LIVE");
        assertThat(streams.size()).isGreaterThan(before);
        tab.close();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> streams.size() <= before);
    }

    @Test
    void aClickCountsOnceForABrowserAndOnlyForWhatIsInTheShow() {
        ViewerId viewer = ViewerId.next();
        audience.clicked(show.id(), viewer, melons.id());
        audience.clicked(show.id(), viewer, melons.id());
        audience.clicked(show.id(), ViewerId.next(), melons.id());
        assertThat(audience.clicks(show.id())).containsExactly(java.util.Map.entry(melons.id(), 2L));
    }

    private long leftInStock() {
        return jdbc.sql("select left_packs from stock.sellable where id = :id")
                .param("id", melons.sellable().value())
                .query(Long.class)
                .single();
    }

    private void pin(Listing listing) {
        pins.pin(studio.host(), show.id(), PinId.next(), listing.id());
    }

    private String cookie() {
        return "viewer=" + cookies.text(ViewerId.next());
    }

    private Tab open(String... headers) throws IOException, InterruptedException {
        Tab tab = Tab.open(port, "/shows/" + show.id() + "/events", headers);
        tabs.add(tab);
        return tab;
    }
}
