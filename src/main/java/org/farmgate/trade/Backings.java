package org.farmgate.trade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Offers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which goods stand behind a contract. A plan's contract has them from the start; one written by hand gets
/// them from what the sellers have and have not promised, as it comes into force. What nothing stands
/// behind is shown.
@Service
@Transactional
public class Backings {
    private final BackingStore store;
    private final CommitmentStore commitments;
    private final DemandStore demands;
    private final Offers offers;

    Backings(BackingStore store, CommitmentStore commitments, DemandStore demands, Offers offers) {
        this.store = store;
        this.commitments = commitments;
        this.demands = demands;
        this.offers = offers;
    }

    /// How much of what the contract counts on is forecast or in store and promised to it. Where more was
    /// promised of an offer than there is by now, the older contract has it.
    @Transactional(readOnly = true)
    public Mass backed(Contract contract) {
        if (!contract.stage().reserves()) return Mass.ZERO;
        Set<CommitmentStore.Key> keys = store.of(contract.origin(), contract.id()).stream()
                .map(BackingStore.Row::key)
                .collect(Collectors.toSet());
        Map<String, Long> left = new HashMap<>();
        offers.byKeys(keys.stream().map(CommitmentStore.Key::offerKey).toList())
                .forEach((key, offer) -> left.put(key, offer.mass().grams()));
        long backed = 0;
        for (BackingStore.Row row : store.on(keys)) {
            long goods = Math.min(row.grams(), left.getOrDefault(row.offerKey(), 0L));
            left.merge(row.offerKey(), -goods, Long::sum);
            if (row.contract().equals(contract.id())) backed += goods;
        }
        return new Mass(Math.min(backed, contract.balance().contracted().grams()));
    }

    /// Lets goods and wishes go that other terms of a locked contract need no more: first of the places
    /// that get less, then whatever was put behind it last.
    void trim(Contract contract, ContractTerms terms) {
        if (!(terms.quantity() instanceof Quantity.FixedMass fixed)) return;
        List<BackingStore.Row> rows = store.of(contract.origin(), contract.id()).reversed();
        Map<Wish, Long> spare = new HashMap<>();
        rows.forEach(row -> Wish.of(row).ifPresent(wish -> spare.merge(wish, row.grams(), Long::sum)));
        terms.lines()
                .forEach(line -> line.demand()
                        .ifPresent(demand -> spare.computeIfPresent(
                                new Wish(demand, line.site()),
                                (_, grams) -> grams - line.mass().grams())));
        long over = total(rows) - fixed.mass().grams();
        Map<BackingStore.Row, Long> less = new LinkedHashMap<>();
        for (BackingStore.Row row : rows) {
            Optional<Wish> wish = Wish.of(row);
            long gone = wish.map(one -> Math.clamp(spare.getOrDefault(one, 0L), 0, row.grams()))
                    .orElse(0L);
            if (gone == 0) continue;
            spare.merge(wish.orElseThrow(), -gone, Long::sum);
            less.put(row, gone);
            over -= gone;
        }
        for (BackingStore.Row row : rows) {
            long gone = Math.clamp(over, 0, row.grams() - less.getOrDefault(row, 0L));
            if (gone == 0) continue;
            less.merge(row, gone, Long::sum);
            over -= gone;
        }
        if (!less.isEmpty()) letGo(less);
    }

    private record Wish(DemandId demand, SiteId site) {
        static Optional<Wish> of(BackingStore.Row row) {
            return row.demand().flatMap(demand -> row.site().map(site -> new Wish(demand, site)));
        }
    }

    private void letGo(Map<BackingStore.Row, Long> less) {
        Map<CommitmentStore.Key, Long> promised = new HashMap<>();
        Map<Wish, Long> taken = new HashMap<>();
        less.forEach((row, grams) -> {
            promised.merge(row.key(), -grams, Long::sum);
            Wish.of(row).ifPresent(wish -> taken.merge(wish, -grams, Long::sum));
        });
        store.shrink(less);
        commitments.adjust(promised);
        if (!taken.isEmpty())
            demands.commit(taken.entrySet().stream()
                    .map(entry -> new DemandStore.Taking(
                            entry.getKey().demand(), entry.getKey().site(), entry.getValue()))
                    .toList());
    }

    /// Puts goods of the sellers behind a locked contract that has come into force, as far as they have any
    /// of that grade, in time, that are promised to nobody. Refuses by CONTRACT_OFFER_COMMITTED where
    /// somebody else was faster.
    void fill(Contract contract, ContractTerms terms) {
        if (!(terms.quantity() instanceof Quantity.FixedMass fixed)) return;
        long wanted = fixed.mass().grams() - total(store.of(contract.origin(), contract.id()));
        if (wanted <= 0) return;
        Set<PartyId> growers = new HashSet<>(terms.onBehalfOf());
        growers.add(terms.seller());
        List<Offer> own = offers.ofGrowers(growers, terms.product()).stream()
                .filter(offer -> offer.origin().equals(terms.origin())
                        && offer.grade() <= terms.minimumGrade()
                        && isInTime(offer, terms.window()))
                .toList();
        if (own.isEmpty()) return;
        commitments.hold(own.stream()
                .map(offer -> new CommitmentStore.Key(offer.origin(), offer.key()))
                .toList());
        Map<String, Mass> promised =
                commitments.committed(own.stream().map(Offer::key).toList());
        List<CommitmentStore.Promise> promises = new ArrayList<>();
        List<BackingStore.Row> rows = new ArrayList<>();
        for (Offer offer : own) {
            long grams = offer.mass().grams()
                    - promised.getOrDefault(offer.key(), Mass.ZERO).grams();
            long taken = Math.clamp(grams, 0, wanted);
            if (taken == 0) continue;
            wanted -= taken;
            promises.add(new CommitmentStore.Promise(
                    offer.origin(), offer.key(), offer.mass().grams(), taken));
            rows.add(BackingStore.Row.of(contract, offer.key(), taken));
        }
        if (promises.isEmpty()) return;
        if (!commitments.promise(promises)) throw new RuleBroken(TradeRule.CONTRACT_OFFER_COMMITTED);
        store.add(rows);
    }

    /// Loaded in one of its weeks it is there, and still good, in one of the contract's.
    private static boolean isInTime(Offer offer, WeekSpan window) {
        boolean early = offer.ready().first().compareTo(window.last()) <= 0;
        boolean keeps = !offer.ready()
                .last()
                .sunday()
                .plusDays(offer.shelfLifeDays())
                .isBefore(window.first().monday());
        return early && keeps;
    }

    private static long total(Collection<BackingStore.Row> rows) {
        return rows.stream().mapToLong(BackingStore.Row::grams).sum();
    }
}
