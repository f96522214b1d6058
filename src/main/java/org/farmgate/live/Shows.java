package org.farmgate.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.party.Parties;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows from their announcement to their end. Everybody sees them; their organiser and their host lead them.
@Service
@Transactional
public class Shows {
    /// By the clock of the county, whose people keep the hour when summer time comes elsewhere.
    private static final ZoneId HOURS = ZoneId.of("Asia/Shanghai");

    /// Whoever fills in a form is not refused because a minute has passed.
    private static final Duration LATE = Duration.ofHours(1);

    private final ShowStore store;
    private final Hosts hosts;
    private final LineUp lineUp;
    private final Pins pins;
    private final Parties parties;
    private final Regions regions;
    private final ShowNews news;
    private final Audit audit;
    private final Clock clock;

    Shows(
            ShowStore store,
            Hosts hosts,
            LineUp lineUp,
            Pins pins,
            Parties parties,
            Regions regions,
            ShowNews news,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.hosts = hosts;
        this.lineUp = lineUp;
        this.pins = pins;
        this.parties = parties;
        this.regions = regions;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /// Announces a show, and those that repeat it; answers the first. The same again is once. Needs HOLD_SHOWS.
    ///
    /// Refuses by [NotFound], HOST_NOT_PERMITTED, SHOW_START_OUT_OF_RANGE, SHOW_ID_TAKEN.
    public Show plan(Actor actor, NewShow wanted) {
        actor.require(Right.HOLD_SHOWS);
        parties.get(wanted.host());
        regions.get(wanted.region());
        Show first = planned(actor, wanted);
        Optional<Show> there = store.find(first.id());
        if (there.isPresent()) return same(there.get(), first);
        hosts.require(wanted.host());
        checkStart(first.startsAt());
        List<Show> all = new ArrayList<>(List.of(first));
        wanted.repeat().ifPresent(repeat -> {
            for (int i = 1; i < repeat.times(); i++)
                all.add(first.repeated(
                        repeatOf(first.id(), i),
                        first.startsAt()
                                .atZone(HOURS)
                                .plusDays((long) i * repeat.everyDays())
                                .toInstant()));
        });
        checkStart(all.getLast().startsAt());
        if (store.insert(all, actor.person(), clock.instant()) < all.size()) return same(get(first.id()), first);
        audit.record(
                actor,
                "show.planned",
                "show",
                first.id(),
                Map.of("title", first.title(), "shows", String.valueOf(all.size())));
        return first;
    }

    /// Follows from the first, so that the same announcement twice makes the same shows.
    private static ShowId repeatOf(ShowId first, int number) {
        return new ShowId(UUID.nameUUIDFromBytes((first + " repeated " + number).getBytes(StandardCharsets.UTF_8)));
    }

    private Show planned(Actor actor, NewShow wanted) {
        return new Show(
                wanted.id(),
                wanted.id(),
                actor.organisation(),
                wanted.host(),
                wanted.region(),
                wanted.title(),
                wanted.words(),
                wanted.startsAt().truncatedTo(ChronoUnit.MINUTES),
                ShowState.PLANNED,
                Optional.empty(),
                Optional.empty(),
                0,
                0);
    }

    private static Show same(Show there, Show wanted) {
        boolean same = there.organiser().equals(wanted.organiser())
                && there.host().equals(wanted.host())
                && there.title().equals(wanted.title())
                && there.startsAt().equals(wanted.startsAt());
        if (!same) throw new RuleBroken(ShowRule.SHOW_ID_TAKEN);
        return there;
    }

    private void checkStart(Instant startsAt) {
        Instant now = clock.instant();
        if (startsAt.isBefore(now.minus(LATE)) || startsAt.isAfter(now.plus(Duration.ofDays(366))))
            throw new RuleBroken(ShowRule.SHOW_START_OUT_OF_RANGE);
    }

    /// Other words or another time, as long as it has not begun; those it repeats stay as they are.
    ///
    /// Refuses by [NotFound], SHOW_NOT_IN_THAT_STATE, SHOW_START_OUT_OF_RANGE and as [NewShow].
    public Show change(Actor actor, ShowId id, String title, String words, Instant startsAt) {
        Show show = led(actor, id);
        var checked = new NewShow(id, show.host(), show.region(), title, words, startsAt, Optional.empty());
        Instant at = startsAt.truncatedTo(ChronoUnit.MINUTES);
        if (!at.equals(show.startsAt())) checkStart(at);
        if (!store.change(id, checked.title(), checked.words(), at)) throw moved(id);
        audit.record(actor, "show.changed", "show", id, Map.of("title", checked.title(), "at", at.toString()));
        news.tell(id, ShowTopic.STATE);
        return get(id);
    }

    /// How the chat is kept.
    ///
    /// @param slowSeconds 0 to 120
    /// @param delaySeconds 0 to 30
    public Show pace(Actor actor, ShowId id, int slowSeconds, int delaySeconds) {
        hosting(actor, id);
        store.pace(id, slowSeconds, delaySeconds);
        news.tell(id, ShowTopic.CHAT);
        return get(id);
    }

    /// Calls it off; what was set aside is free again. Twice is once. Refuses by [NotFound], SHOW_NOT_IN_THAT_STATE.
    public Show cancel(Actor actor, ShowId id) {
        Show show = led(actor, id);
        if (show.state() == ShowState.CANCELLED) return show;
        step(id, ShowState.CANCELLED);
        lineUp.close(id);
        audit.record(actor, "show.cancelled", "show", id, Map.of("title", show.title()));
        return get(id);
    }

    /// On air: its line-up is on sale. Only the host goes on air in their name. Twice is once. Refuses by [NotFound],
    /// ON_AIR_BY_THE_HOST, HOST_NOT_PERMITTED, SHOW_NOT_IN_THAT_STATE, HOST_ON_AIR_ELSEWHERE.
    public Show goLive(Actor actor, ShowId id) {
        Show show = hosting(actor, id);
        if (show.isLive()) return show;
        hosts.require(show.host());
        if (!actor.person().equals(show.host()))
            throw new RuleBroken(
                    ShowRule.ON_AIR_BY_THE_HOST, parties.get(show.host()).name());
        // Read now: once the database has refused, nothing can be read in this transaction.
        String host = parties.get(show.host()).name();
        try {
            step(id, ShowState.LIVE);
        } catch (DuplicateKeyException _) {
            throw new RuleBroken(ShowRule.HOST_ON_AIR_ELSEWHERE, host);
        }
        lineUp.open(id);
        audit.record(actor, "show.live", "show", id, Map.of("title", show.title()));
        return get(id);
    }

    /// Over: nothing more is sold, what is unsold goes back. Twice is once. Refuses by [NotFound],
    /// SHOW_NOT_IN_THAT_STATE.
    public Show end(Actor actor, ShowId id) {
        Show show = hosting(actor, id);
        if (show.state() == ShowState.ENDED) return show;
        step(id, ShowState.ENDED);
        pins.takeDown(id);
        lineUp.close(id);
        audit.record(actor, "show.ended", "show", id, Map.of("title", show.title()));
        return get(id);
    }

    private void step(ShowId id, ShowState to) {
        if (!store.step(id, to, clock.instant())) throw moved(id);
        news.tell(id, ShowTopic.STATE);
    }

    private RuleBroken moved(ShowId id) {
        return new RuleBroken(ShowRule.SHOW_NOT_IN_THAT_STATE, get(id).state());
    }

    /// For whoever stands before the camera or organises it. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Show hosting(Actor actor, ShowId id) {
        Show show = get(id);
        if (!hosts(actor, show)) throw new NotFound("show", id);
        return show;
    }

    /// Whether [#hosting] would let them.
    public static boolean hosts(Actor actor, Show show) {
        return actor.person().equals(show.host()) || leads(actor, show);
    }

    private Show led(Actor actor, ShowId id) {
        Show show = get(id);
        if (!leads(actor, show)) throw new NotFound("show", id);
        return show;
    }

    /// Whether they decide about its announcement.
    public static boolean leads(Actor actor, Show show) {
        return actor.may(Right.HOLD_SHOWS) && (actor.everywhere() || actor.actsFor(show.organiser()));
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Show get(ShowId id) {
        return store.find(id).orElseThrow(() -> new NotFound("show", id));
    }

    @Transactional(readOnly = true)
    public List<Show> byIds(Collection<ShowId> ids) {
        return store.byIds(ids);
    }

    @Transactional(readOnly = true)
    public Slice<Show> search(ShowQuery query) {
        return store.search(query);
    }

    /// The others of its series that are still to come, the next first.
    @Transactional(readOnly = true)
    public List<Show> next(Show show) {
        return store.next(show.series(), show.id(), clock.instant());
    }
}
