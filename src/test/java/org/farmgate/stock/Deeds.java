package org.farmgate.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever people do with goods, at random: half of it is refused, and that is right.
@Lazy
@TestComponent
class Deeds {
    private final Cast cast;
    private final Barn barn;
    private final Positions positions;
    private final Sellables sellables;
    private final Qualities qualities;
    private final Picks picks;
    private final Counts counts;
    private final TransactionTemplate transactions;

    Deeds(
            Cast cast,
            Barn barn,
            Positions positions,
            Sellables sellables,
            Qualities qualities,
            Picks picks,
            Counts counts,
            TransactionTemplate transactions) {
        this.cast = cast;
        this.barn = barn;
        this.positions = positions;
        this.sellables = sellables;
        this.qualities = qualities;
        this.picks = picks;
        this.counts = counts;
        this.transactions = transactions;
    }

    /// A few lots in two places, and packs of them on sale.
    final class Yard {
        final List<Lot> lots = new ArrayList<>();
        final List<SellableId> sales = new ArrayList<>();
        final List<SiteId> places = new ArrayList<>();
        int refused;

        Yard() {
            for (int i = 0; i < 2; i++)
                places.add(
                        barn.site(cast.manager(), SiteKind.PACKING_HOUSE, "Barn " + UUID.randomUUID(), cast.county()));
            for (int i = 0; i < 4; i++) {
                Lot lot = barn.lot(Mass.kilograms(200), 3 + i);
                lots.add(lot);
                positions.receive(cast.clerk(), barn.receipt(lot, Mass.kilograms(100), places.get(i % 2)));
            }
            for (int i = 0; i < 3; i++)
                sales.add(sellables
                        .offer(barn.packs(Mass.kilograms(2 + i), 15, places.get(i % 2)))
                        .id());
        }

        void one(Random random) {
            try {
                deed(random);
            } catch (RuleBroken | NotFound refusal) {
                refused++;
            }
        }

        private void deed(Random random) {
            Lot lot = lots.get(random.nextInt(lots.size()));
            SiteId place = places.get(random.nextInt(2));
            SellableId sale = sales.get(random.nextInt(sales.size()));
            long packs = 1 + random.nextInt(6);
            Mass mass = new Mass(1 + random.nextInt(9_000));
            switch (random.nextInt(14)) {
                case 0 -> positions.receive(cast.clerk(), barn.receipt(lot, mass, place));
                case 1 ->
                    positions.move(
                            cast.clerk(), new Move(MovementId.next(), lot.id(), place, other(place), mass, barn.now()));
                case 2 ->
                    positions.writeOff(
                            cast.clerk(), new WriteOff(MovementId.next(), lot.id(), place, mass, "Mice", barn.now()));
                case 3 -> sellables.add(cast.county(), sale, HoldingId.next(), packs);
                case 4 -> sellables.withdraw(cast.county(), sale, packs);
                case 5, 6, 7 ->
                    transactions.executeWithoutResult(status -> {
                        var wanted = Barn.packs(sale, packs);
                        wanted.put(sales.get(random.nextInt(sales.size())), packs);
                        if (!sellables.take(cast.county(), wanted)) status.setRollbackOnly();
                    });
                case 8 ->
                    transactions.executeWithoutResult(_ -> sellables.giveBack(cast.county(), Barn.packs(sale, packs)));
                case 9, 10 ->
                    picks.pick(
                            cast.clerk(),
                            PickId.next(),
                            cast.county(),
                            sale,
                            packs,
                            random.nextInt(4) == 0 ? Optional.of(new Skip(lot.id(), "Asked for")) : Optional.empty(),
                            random.nextBoolean()
                                    ? Optional.of(new Mass(packs * 2_000 + random.nextInt(4_000)))
                                    : Optional.empty());
                case 11 -> judge(random, lot, Optional.of(place));
                case 12 -> judge(random, lot, Optional.empty());
                case 13 -> {
                    Position there = barn.at(lot, place);
                    counts.enter(
                            cast.clerk(),
                            new CountSheet(
                                    SheetId.next(),
                                    place,
                                    List.of(new CountedLine(
                                            lot.id(),
                                            there.moves(),
                                            new Mass(Math.max(
                                                    0, there.onHand().grams() + random.nextInt(8_000) - 5_000)),
                                            "Counted"))));
                }
                default -> throw new AssertionError();
            }
        }

        /// Mostly good, else everything would soon be on hold.
        private void judge(Random random, Lot lot, Optional<SiteId> place) {
            QualityStatus status = random.nextInt(3) > 0
                    ? QualityStatus.GOOD
                    : random.nextBoolean() ? QualityStatus.ON_HOLD : QualityStatus.RECALLED;
            qualities.judge(cast.officer(), new NewQuality(QualityChangeId.next(), lot.id(), place, status, "Looked"));
        }

        private SiteId other(SiteId place) {
            return places.get(0).equals(place) ? places.get(1) : places.get(0);
        }
    }

    Yard yard() {
        return new Yard();
    }
}
