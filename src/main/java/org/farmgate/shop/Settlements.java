package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.farmgate.supply.LotTitle;
import org.farmgate.supply.Titles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives the money of delivered orders to those who earned it, by the rule of the terms that each line
/// was ordered by, to the fen. The growers' part goes to whom the picked lots say: the grower of a lot
/// sold on their behalf, the holder of one that was bought outright, who has paid its grower already.
/// So no kilogram is paid twice.
@Component
class Settlements {
    private final OrderStore store;
    private final StepStore steps;
    private final PortionStore portions;
    private final OfferedTerms terms;
    private final Titles titles;
    private final OrderBooks books;
    private final Clock clock;

    Settlements(
            OrderStore store,
            StepStore steps,
            PortionStore portions,
            OfferedTerms terms,
            Titles titles,
            OrderBooks books,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.portions = portions;
        this.terms = terms;
        this.titles = titles;
        this.books = books;
        this.clock = clock;
    }

    /// Does it once both have happened: the goods are there and the money is. Else, and again, it does
    /// nothing.
    @Transactional
    public void settleIfDue(OrderId id) {
        Optional<Order> due = store.find(id)
                .filter(order -> order.state() == OrderState.DELIVERED)
                .filter(order -> order.paidAt().isPresent());
        if (due.isEmpty()) return;
        Instant at = clock.instant();
        if (store.turn(due.get().origin(), List.of(id), OrderState.SETTLED.from(), OrderState.SETTLED, at)
                .isEmpty()) return;
        // Read again under the row's lock: what is given back from now on is clawed back.
        Order order = store.find(id).orElseThrow();
        List<Split.Portion> shares = portions(order);
        if (!shares.isEmpty()) {
            portions.settled(order, shares);
            books.settled(order, shares);
        }
        steps.add(order.origin(), List.of(id), OrderState.SETTLED, Optional.empty(), "", at);
    }

    /// Who gets how much, one portion for each share and party, none of them zero.
    List<Split.Portion> portions(Order order) {
        List<PickedLot> lots = portions.picks(order.origin(), order.id());
        Map<LotId, LotTitle> owners =
                titles.of(lots.stream().map(PickedLot::lot).collect(Collectors.toSet()));
        Map<OfferedTerms.Version, Offered> known = terms.of(
                order.origin(),
                order.lines().stream()
                        .map(line -> new OfferedTerms.Version(line.listing(), line.version()))
                        .toList());
        List<Money> worth = Apportioned.by(
                order.worth(),
                order.lines().stream().map(line -> line.amount().fen()).toList());
        Map<List<Object>, Split.Portion> sums = new LinkedHashMap<>();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i);
            int number = i;
            Split split = Objects.requireNonNull(known.get(new OfferedTerms.Version(line.listing(), line.version())))
                    .terms()
                    .split();
            List<PickedLot> picked =
                    lots.stream().filter(lot -> lot.line() == number).toList();
            for (Split.Portion portion : split.of(worth.get(i)))
                for (Split.Portion part : toPayees(portion, picked, owners)) add(sums, part);
        }
        return List.copyOf(sums.values());
    }

    private static void add(Map<List<Object>, Split.Portion> sums, Split.Portion part) {
        if (part.amount().fen() == 0) return;
        sums.merge(
                List.of(part.share(), part.party()),
                part,
                (a, b) -> new Split.Portion(a.share(), a.party(), a.amount().plus(b.amount())));
    }

    /// The growers' part, by the grams of each payee's lots; every other part as it is.
    private static List<Split.Portion> toPayees(
            Split.Portion portion, List<PickedLot> picked, Map<LotId, LotTitle> owners) {
        if (portion.share() != Split.Share.GROWER || picked.isEmpty()) return List.of(portion);
        Map<PartyId, Mass> grams = new LinkedHashMap<>();
        for (PickedLot lot : picked) {
            LotTitle title = owners.get(lot.lot());
            grams.merge(title == null ? portion.party() : title.payee(), lot.mass(), Mass::plus);
        }
        List<Money> amounts = Apportioned.by(
                portion.amount(), grams.values().stream().map(Mass::grams).toList());
        List<Split.Portion> parts = new ArrayList<>();
        int i = 0;
        for (PartyId payee : grams.keySet()) parts.add(new Split.Portion(Split.Share.GROWER, payee, amounts.get(i++)));
        return parts;
    }
}
