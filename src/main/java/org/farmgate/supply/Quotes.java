package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.product.Grade;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Local offers: what growers could get nearby. Everybody who registers or sees supply may see all of them:
/// a price that is known to all serves the growers.
@Service
@Transactional
public class Quotes {
    /// How long a price counts as what one could get; older ones are history.
    public static final int FRESH_DAYS = 60;

    static final int LONGEST_AGO_DAYS = 366;

    private final QuoteStore store;
    private final Products products;
    private final Regions regions;
    private final SupplyAccess access;
    private final Clock clock;

    Quotes(QuoteStore store, Products products, Regions regions, SupplyAccess access, Clock clock) {
        this.store = store;
        this.products = products;
        this.regions = regions;
        this.access = access;
        this.clock = clock;
    }

    /// Sent again it changes nothing. Refuses as [#noteAll] does.
    public Quote note(Actor actor, NewQuote wanted) {
        noteAll(actor, List.of(wanted));
        return store.find(wanted.id()).orElseThrow(() -> new NotFound("quote", wanted.id()));
    }

    /// Many at once, all or none, in a few statements; answers how many were new.
    ///
    /// Refuses by [NotFound], GRADE_NOT_OF_PRODUCT, PLACE_NOT_IN_A_COUNTY, QUOTE_DATE_OUT_OF_REACH,
    /// QUOTE_WITHOUT_PRICE, ALREADY_QUOTED, SUPPLY_ID_TAKEN.
    public int noteAll(Actor actor, Collection<NewQuote> wanted) {
        actor.require(Right.REGISTER_SUPPLY);
        if (wanted.isEmpty()) return 0;
        Map<ProductId, List<Grade>> grades =
                products.grades(wanted.stream().map(NewQuote::product).collect(Collectors.toSet()));
        Map<RegionId, RegionId> counties =
                regions.countiesOf(wanted.stream().map(NewQuote::place).collect(Collectors.toSet()));
        Recorded recorded = access.recorded(actor);
        List<Quote> quotes = new ArrayList<>();
        for (NewQuote quote : wanted) {
            checkDate(quote.quotedOn());
            if (grades.getOrDefault(quote.product(), List.of()).stream()
                    .noneMatch(grade -> grade.rank() == quote.grade()))
                throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, quote.grade());
            RegionId county = counties.get(quote.place());
            if (county == null) throw new RuleBroken(SupplyRule.PLACE_NOT_IN_A_COUNTY);
            quotes.add(quote(quote, county, recorded));
        }
        quotes.sort(Comparator.comparing((Quote quote) -> quote.product().value())
                .thenComparing(quote -> quote.place().value())
                .thenComparing(Quote::quotedOn)
                .thenComparing(Quote::grade)
                .thenComparing(Quote::source));
        int added = store.insert(quotes);
        if (added < quotes.size()) refuseOthers(quotes);
        return added;
    }

    /// What is stored of the same source, product, grade, place and day as one of these.
    @Transactional(readOnly = true)
    List<Quote> alike(Collection<NewQuote> wanted) {
        return store.alike(wanted);
    }

    /// Refuses by QUOTE_DATE_OUT_OF_REACH.
    void checkDate(LocalDate on) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(LONGEST_AGO_DAYS);
        if (on.isAfter(today) || on.isBefore(first))
            throw new RuleBroken(SupplyRule.QUOTE_DATE_OUT_OF_REACH, first, today, on);
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Quote see(Actor actor, QuoteId id) {
        access.seeing(actor);
        return store.find(id).orElseThrow(() -> new NotFound("quote", id));
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public Slice<Quote> search(Actor actor, QuoteQuery query) {
        access.seeing(actor);
        return store.search(query);
    }

    /// The best local offer of each product, grade and county: of every source at every place the latest
    /// price of the last [#FRESH_DAYS] days up to that day, and of these the highest. What has none is not
    /// in the answer.
    @Transactional(readOnly = true)
    public Map<QuoteKey, Quote> best(LocalDate asOf) {
        Map<QuoteKey, Quote> best = new HashMap<>();
        store.best(asOf.minusDays(FRESH_DAYS), asOf)
                .forEach(quote -> best.put(new QuoteKey(quote.product(), quote.grade(), quote.county()), quote));
        return best;
    }

    /// What these sources quoted for a product and grade between two days, the latest first: how a price
    /// index is looked up. Of a day with several places, in the order of their ids.
    @Transactional(readOnly = true)
    public List<Quote> published(
            ProductId product, int grade, Collection<String> sources, LocalDate first, LocalDate last) {
        return store.published(product, grade, sources, first, last);
    }

    /// How the price of one thing in one county went, the oldest first.
    @Transactional(readOnly = true)
    public List<Quote> course(Actor actor, QuoteKey key, LocalDate first, LocalDate last) {
        access.seeing(actor);
        return store.course(key.product(), key.grade(), key.county(), first, last);
    }

    private static Quote quote(NewQuote quote, RegionId county, Recorded recorded) {
        return new Quote(
                quote.id(),
                quote.product(),
                quote.grade(),
                county,
                quote.place(),
                quote.quotedOn(),
                quote.price(),
                quote.source(),
                recorded);
    }

    private void refuseOthers(List<Quote> quotes) {
        Map<List<Object>, Quote> bySubject = new HashMap<>();
        Map<QuoteId, Quote> byId = new HashMap<>();
        store.stored(quotes).forEach(there -> {
            bySubject.put(there.subject(), there);
            byId.put(there.id(), there);
        });
        for (Quote quote : quotes) {
            Quote sameId = byId.get(quote.id());
            if (sameId != null
                    && !(sameId.subject().equals(quote.subject())
                            && sameId.price().equals(quote.price()))) throw new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN);
            Quote sameSubject = bySubject.get(quote.subject());
            if (sameSubject != null && !sameSubject.price().equals(quote.price()))
                throw new RuleBroken(SupplyRule.ALREADY_QUOTED, sameSubject.price());
        }
    }
}
