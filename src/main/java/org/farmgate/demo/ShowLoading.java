package org.farmgate.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.live.HostKind;
import org.farmgate.live.Hosts;
import org.farmgate.live.LineUp;
import org.farmgate.live.NewItem;
import org.farmgate.live.NewShow;
import org.farmgate.live.Shows;
import org.farmgate.measure.Money;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.stock.HoldingId;
import org.springframework.stereotype.Component;

/// Who may hold live shows, what shows are announced, and the goods set aside for the first of each series.
@Component
class ShowLoading {
    /// Of nobody; its check digit is right.
    private static final String IDENTITY = "11010519491231002X";

    private static final int PERMITTED_DAYS = 180;

    private final Hosts hosts;
    private final Shows shows;
    private final LineUp lineUp;
    private final Numbers numbers;
    private final Regions regions;
    private final Clock clock;

    ShowLoading(Hosts hosts, Shows shows, LineUp lineUp, Numbers numbers, Regions regions, Clock clock) {
        this.hosts = hosts;
        this.shows = shows;
        this.lineUp = lineUp;
        this.numbers = numbers;
        this.regions = regions;
        this.clock = clock;
    }

    void load(PeopleLoading.Known people) {
        LocalDate today = LocalDate.now(clock);
        for (Table.Row row : Table.read("shows").rows()) {
            Actor host = people.of(row.text("organisation"));
            numbers.keep(host, host.person(), NumberKind.IDENTITY, IDENTITY);
            hosts.permit(
                    people.of(row.text("centre")),
                    host.person(),
                    HostKind.valueOf(row.text("kind")),
                    row.text("reason"),
                    today.plusDays(PERMITTED_DAYS));
            var show = new NewShow(
                    Named.show(row.key()),
                    host.person(),
                    regions.countyOf(Named.region(row.text("region"))),
                    row.text("title"),
                    row.text("words"),
                    today.plusDays(row.number("days_ahead"))
                            .atTime(LocalTime.parse(row.text("time")))
                            .atZone(clock.getZone())
                            .toInstant(),
                    Optional.of(new NewShow.Repeat(row.count("every_days"), row.count("times"))));
            shows.plan(host, show);
        }
        for (Table.Row row : Table.read("show_items").rows()) {
            Table.Row show = Objects.requireNonNull(Table.read("shows").byKey().get(row.text("show")));
            lineUp.add(
                    people.of(show.text("organisation")),
                    Named.show(show.key()),
                    new NewItem(
                            new HoldingId(Named.show(row.key()).value()),
                            Named.listing(row.text("listing")),
                            row.number("packs"),
                            new Money(row.number("price_fen")),
                            row.optional("limit").map(Integer::valueOf),
                            row.count("host_points"),
                            row.text("benefits")));
        }
    }
}
