package org.farmgate.live.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.farmgate.ledger.Split;
import org.farmgate.live.LineUp;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.audience.Audience;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Needs;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.ShowSales;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a show brought, for whoever leads it.
@Controller
@Needs
class ResultPages {
    private final Shows shows;
    private final LineUp lineUp;
    private final Listings listings;
    private final ShowSales sales;
    private final Audience audience;
    private final ShowViews views;

    ResultPages(Shows shows, LineUp lineUp, Listings listings, ShowSales sales, Audience audience, ShowViews views) {
        this.shows = shows;
        this.lineUp = lineUp;
        this.listings = listings;
        this.sales = sales;
        this.audience = audience;
        this.views = views;
    }

    @GetMapping("/shows/{id}/result")
    String result(Actor actor, @PathVariable ShowId id, Model model) {
        Show show = shows.hosting(actor, id);
        Map<ListingId, Listing> ever = lineUp.everOffered(id);
        List<ShowSales.Minute> sold = sales.minutes(ever.values());
        Map<ListingId, ResultPage.Sum> byItem = new LinkedHashMap<>();
        ever.keySet().forEach(one -> byItem.put(one, ResultPage.Sum.NOTHING));
        Map<Instant, ResultPage.Sum> byMinute = new TreeMap<>();
        ResultPage.Sum all = ResultPage.Sum.NOTHING;
        for (ShowSales.Minute one : sold) {
            var sum = new ResultPage.Sum(one.orders(), one.paid(), one.packs(), one.mass(), one.worth());
            byItem.merge(one.listing(), sum, ResultPage.Sum::plus);
            byMinute.merge(one.minute(), sum, ResultPage.Sum::plus);
            all = all.plus(sum);
        }
        List<Split.Portion> shares = shares(ever, sold);
        Map<ListingId, Long> clicks = audience.clicks(id);
        Set<PartyId> people = shares.stream().map(Split.Portion::party).collect(Collectors.toSet());
        model.addAttribute(
                "page",
                new ResultPage(
                        show,
                        all,
                        new ResultPage.Crowd(
                                audience.distinct(id),
                                audience.peak(id),
                                clicks.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                audience.minutes(id).stream()
                                        .map(minute -> (long) minute.viewers())
                                        .toList()),
                        byItem.entrySet().stream()
                                .map(one -> new ResultPage.Item(
                                        Objects.requireNonNull(ever.get(one.getKey())),
                                        clicks.getOrDefault(one.getKey(), 0L),
                                        one.getValue()))
                                .toList(),
                        byMinute.entrySet().stream()
                                .map(one -> new ResultPage.Minute(one.getKey(), one.getValue()))
                                .toList(),
                        shares,
                        views.names(List.of(show), people)));
        return "live/result";
    }

    /// By the terms that each was sold by.
    private List<Split.Portion> shares(Map<ListingId, Listing> ever, List<ShowSales.Minute> sold) {
        record Whom(Split.Share share, PartyId party) {}
        Map<RegionId, Map<Listings.Version, Money>> worth = new HashMap<>();
        for (ShowSales.Minute one : sold)
            worth.computeIfAbsent(
                            Objects.requireNonNull(ever.get(one.listing())).origin(), _ -> new HashMap<>())
                    .merge(new Listings.Version(one.listing(), one.version()), one.worth(), Money::plus);
        Map<Whom, Money> sums = new HashMap<>();
        worth.forEach((origin, here) -> listings.terms(origin, here.keySet()).forEach((version, terms) -> {
            for (Split.Portion portion : terms.split().of(Objects.requireNonNull(here.get(version))))
                sums.merge(new Whom(portion.share(), portion.party()), portion.amount(), Money::plus);
        }));
        List<Split.Portion> portions = new ArrayList<>();
        sums.forEach((whom, money) -> {
            if (!money.equals(Money.ZERO)) portions.add(new Split.Portion(whom.share(), whom.party(), money));
        });
        portions.sort(Comparator.comparing(Split.Portion::amount).reversed());
        return portions;
    }
}
