package org.farmgate.shop.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.SalesCounts;

/// What was ordered of one's listings, by listing and by day.
///
/// @param days the latest first
/// @param span so many days are looked at
public record SalesPage(List<SalesCounts.Day> days, Map<ListingId, Listing> listings, LocalDate today, int span) {
    private static final int MOST_BARS = 12;
    private static final int LATEST_DAYS = 14;

    public Money worth() {
        return days.stream().map(SalesCounts.Day::worth).reduce(Money.ZERO, Money::plus);
    }

    public long orders() {
        return days.stream().mapToLong(SalesCounts.Day::orders).sum();
    }

    public long packs() {
        return days.stream().mapToLong(SalesCounts.Day::packs).sum();
    }

    public String title(ListingId id) {
        return Optional.ofNullable(listings.get(id)).map(Listing::title).orElse("–");
    }

    /// The best selling first.
    public List<Bars.Bar> byListing(Shell shell) {
        Map<ListingId, Money> sums = new HashMap<>();
        days.forEach(day -> sums.merge(day.listing(), day.worth(), Money::plus));
        List<Bars.Bar> bars = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<ListingId, Money>comparingByValue().reversed())
                .limit(MOST_BARS)
                .forEach(one -> bars.add(
                        new Bars.Bar(title(one.getKey()), one.getValue().fen(), shell.money(one.getValue()))));
        return bars;
    }

    /// The latest two weeks, today first, nothing where nothing was ordered.
    public List<Bars.Bar> byDay(Shell shell) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < LATEST_DAYS; i++) {
            LocalDate day = today.minusDays(i);
            Money sum = days.stream()
                    .filter(one -> one.day().equals(day))
                    .map(SalesCounts.Day::worth)
                    .reduce(Money.ZERO, Money::plus);
            bars.add(new Bars.Bar(shell.date(day), sum.fen(), shell.money(sum)));
        }
        return bars;
    }
}
