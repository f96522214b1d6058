package org.farmgate.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.farmgate.live.web.ViewerCookie;
import org.farmgate.measure.Money;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.PartyId;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.ShopServer;
import org.farmgate.stock.HoldingId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The program as it is shipped, with a show on air: two items with ample packs, of which the first is pinned anew
/// every few seconds. It writes signed cookies for as many browsers as are to come, says when it is ready, and runs
/// until it is
/// stopped.
public final class ShowServer {
    private static final long PACKS = 5_000_000;
    private static final Duration PIN_EVERY = Duration.ofMillis(Long.getLong("bench.pin-every-ms", 4_000));
    private static final String IDENTITY = "11010519491231002X";

    private ShowServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ApplicationContext context = ShopServer.start(arguments);
        Actor host = host(context);
        Show show = onAir(context, host);
        List<ListingId> models = context.getBean(JdbcClient.class)
                .sql("select id from shop.listing order by created_at, id limit 2")
                .query((row, number) -> new ListingId(row.getObject("id", UUID.class)))
                .list();
        List<Listing> items =
                models.stream().map(model -> bring(context, host, show, model)).toList();
        Path cookies = Path.of(System.getProperty("bench.cookies"));
        writeCookies(context, cookies, Integer.getInteger("bench.viewers", 10_000));
        Pins pins = context.getBean(Pins.class);
        pins.pin(host, show.id(), PinId.next(), items.getFirst().id());
        System.out.println(ShopServer.ready(context) + " " + show.id() + " " + join(items.getFirst()) + " "
                + join(items.getLast()));
        while (true) {
            Thread.sleep(PIN_EVERY);
            pins.pin(host, show.id(), PinId.next(), items.getFirst().id());
        }
    }

    private static String join(Listing item) {
        return item.id() + "," + item.sellable();
    }

    private static Actor host(ApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select id, person from platform.account limit 1")
                .query((row, number) -> context.getBean(Actors.class)
                        .of(
                                new AccountId(row.getObject("id", UUID.class)),
                                new PartyId(row.getObject("person", UUID.class)),
                                Optional.empty()))
                .single();
    }

    private static Show onAir(ApplicationContext context, Actor host) {
        Clock clock = context.getBean(Clock.class);
        context.getBean(Numbers.class).keep(host, host.person(), NumberKind.IDENTITY, IDENTITY);
        context.getBean(Hosts.class)
                .permit(
                        host,
                        host.person(),
                        HostKind.OFFICIAL,
                        "bench",
                        LocalDate.now(clock).plusDays(9));
        Shows shows = context.getBean(Shows.class);
        Show show = shows.plan(
                host,
                new NewShow(
                        ShowId.next(),
                        host.person(),
                        region(context),
                        "Bench show",
                        "",
                        clock.instant().plusSeconds(60),
                        Optional.empty()));
        return shows.goLive(host, show.id());
    }

    private static org.farmgate.place.RegionId region(ApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select origin_id from shop.listing limit 1")
                .query((row, number) -> new org.farmgate.place.RegionId(row.getObject("origin_id", UUID.class)))
                .single();
    }

    private static Listing bring(ApplicationContext context, Actor host, Show show, ListingId model) {
        ShowItem item = context.getBean(LineUp.class)
                .add(
                        host,
                        show.id(),
                        new NewItem(HoldingId.next(), model, PACKS, new Money(4_900), Optional.of(1_000), 0, ""));
        return context.getBean(Listings.class).get(item.listing());
    }

    private static void writeCookies(ApplicationContext context, Path file, int viewers) throws IOException {
        ViewerCookie cookies = context.getBean(ViewerCookie.class);
        Files.write(
                file,
                IntStream.range(0, viewers)
                        .mapToObj(_ -> cookies.text(ViewerId.next()))
                        .toList());
    }
}
