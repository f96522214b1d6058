package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.stock.LotId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everything that can be sold in a season, for docking. It asks no rights: whoever calls it decides what
/// of it to show.
@Service
@Transactional(readOnly = true)
public class Offers {
    private final OfferStore store;
    private final Products products;
    private final Clock clock;

    Offers(OfferStore store, Products products, Clock clock) {
        this.store = store;
        this.products = products;
        this.clock = clock;
    }

    /// What is on offer in those weeks, in one query. A forecast whose week is over is none any more: what
    /// did not come in was revised or did not grow. A lot is one as long as it is good.
    public List<Offer> in(WeekSpan season) {
        IsoWeek now = IsoWeek.of(LocalDate.now(clock));
        if (season.last().compareTo(now) < 0) return List.of();
        WeekSpan ahead = new WeekSpan(season.first().compareTo(now) < 0 ? now : season.first(), season.last());
        return offers(store.in(ahead), ahead);
    }

    /// What these growers have to sell of a product from now on: lots first, then forecasts by week.
    public List<Offer> ofGrowers(Collection<PartyId> growers, ProductId product) {
        WeekSpan ahead = fromNow();
        return offers(store.ofGrowers(growers, product), ahead).stream()
                .filter(offer -> offer.ready().last().compareTo(ahead.first()) >= 0)
                .toList();
    }

    /// Those of them that still can be sold, whatever their week; what is gone, withdrawn or used up is
    /// left out.
    public Map<String, Offer> byKeys(Collection<String> keys) {
        List<ForecastId> forecasts = new ArrayList<>();
        List<LotId> lots = new ArrayList<>();
        for (String key : keys) {
            int colon = key.indexOf(':');
            UUID id = UUID.fromString(key.substring(colon + 1));
            if (key.startsWith("forecast:")) forecasts.add(new ForecastId(id));
            else if (key.startsWith("lot:")) lots.add(new LotId(id));
            else throw new IllegalArgumentException(key);
        }
        return offers(store.byIds(forecasts, lots), fromNow()).stream().collect(Collectors.toMap(Offer::key, o -> o));
    }

    private WeekSpan fromNow() {
        IsoWeek now = IsoWeek.of(LocalDate.now(clock));
        return new WeekSpan(now, now.plusWeeks(104));
    }

    private List<Offer> offers(List<OfferStore.Row> rows, WeekSpan ahead) {
        Map<ProductId, Product> known =
                products.byIds(rows.stream().map(OfferStore.Row::product).collect(Collectors.toSet()));
        return rows.stream()
                .flatMap(row -> offer(row, Objects.requireNonNull(known.get(row.product())), ahead).stream())
                .toList();
    }

    private static Optional<Offer> offer(OfferStore.Row row, Product product, WeekSpan ahead) {
        if (row.forecast().isPresent()) {
            IsoWeek week = row.week().orElseThrow();
            String key = Offer.keyOf(row.forecast().get());
            return Optional.of(offer(row, product, key, new WeekSpan(week, week), product.shelfLifeDays()));
        }
        String key = Offer.keyOf(row.lot().orElseThrow());
        return Keeping.of(row.harvestedOn().orElseThrow(), row.bestBefore().orElseThrow(), ahead)
                .map(keeping -> offer(row, product, key, keeping.ready(), keeping.shelfLifeDays()));
    }

    private static Offer offer(OfferStore.Row row, Product product, String key, WeekSpan ready, int shelfLifeDays) {
        return new Offer(
                key,
                row.plot(),
                row.grower(),
                row.origin(),
                row.division(),
                row.product(),
                row.grade(),
                row.left(),
                ready,
                shelfLifeDays,
                product.needsColdTransport(),
                row.floor());
    }

    /// When a lot can be loaded and how long it keeps then. It lies in the store and grows older: it may be
    /// loaded until half of what it has left is gone, and docking counts on the other half.
    record Keeping(WeekSpan ready, int shelfLifeDays) {
        static Optional<Keeping> of(LocalDate harvestedOn, LocalDate bestBefore, WeekSpan ahead) {
            LocalDate monday = ahead.first().monday();
            LocalDate first = harvestedOn.isAfter(monday) ? harvestedOn : monday;
            long left = ChronoUnit.DAYS.between(first, bestBefore);
            if (left < 1) return Optional.empty();
            IsoWeek from = IsoWeek.of(first);
            long later = Math.min(left / 2 / 7, from.weeksUntil(ahead.last()));
            return Optional.of(
                    new Keeping(new WeekSpan(from, from.plusWeeks(later)), Math.toIntExact(left - 7 * later)));
        }
    }
}
