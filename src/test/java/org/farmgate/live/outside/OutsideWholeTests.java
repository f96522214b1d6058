package org.farmgate.live.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.farmgate.live.outside.OutsideAnswer.Refused;
import org.farmgate.live.outside.OutsideAnswer.Taken;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.NewListing;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.Stall;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.farmgate.testing.Cast;
import org.farmgate.testing.Race;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// An order whose goods come from two counties is two orders here and still one for its buyer.
@WholeAppTest
@Import({Stall.class, OutsideStand.class})
class OutsideWholeTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OutsideStand stand;

    @Autowired
    OutsideChannels channels;

    @Autowired
    OutsideOrders outside;

    @Autowired
    OutsideOrderStore store;

    @Autowired
    Orders orders;

    @Autowired
    Listings listings;

    @Autowired
    Lots lots;

    @Autowired
    Positions positions;

    private Listing ofOtherCounty(Listing like, long packs) {
        Mass mass = Mass.kilograms(5 * packs);
        LocalDate today = LocalDate.now();
        Lot lot = Lot.harvested(LotId.next(), cast.otherCounty(), stall.product(), 1, mass, today, today.plusDays(20));
        lots.register(lot);
        positions.receive(
                cast.manager(),
                new Receipt(
                        MovementId.next(),
                        lot.id(),
                        stall.site(),
                        mass,
                        Instant.now(),
                        "test",
                        lot.id().value()));
        Listing draft = listings.draft(
                cast.manager(),
                new NewListing(
                        ListingId.next(),
                        cast.otherCounty(),
                        stall.product(),
                        1,
                        Mass.kilograms(5),
                        "Melons from elsewhere",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        like.terms(),
                        packs,
                        List.of(stall.site())));
        return listings.open(cast.manager(), draft.id());
    }

    private static OutsideOrder both(String number, int here, int there) {
        return new OutsideOrder(
                number,
                OutsideStand.GUEST,
                "990101",
                List.of(
                        new OutsideOrder.Line("MELON", here, new Money(1)),
                        new OutsideOrder.Line("ELSEWHERE", there, new Money(1))));
    }

    @Test
    void allOfItIsTakenOrNothingAndAllOfItIsCancelled() throws Exception {
        OutsideChannel channel = stand.channel().channel();
        Listing here = stand.melons(channel, 9);
        Listing there = ofOtherCounty(here, 2);
        channels.map(cast.manager(), channel.id(), new OutsideCode("ELSEWHERE", there.id(), 1));

        List<Callable<OutsideAnswer>> same = new ArrayList<>();
        for (int i = 0; i < 8; i++)
            same.add(() -> outside.take(channel, List.of(both("W-1", 3, 3)), OutsideSource.WEBHOOK)
                    .getFirst());
        assertThat(Race.of(same)).allSatisfy(outcome -> {
            assertThat(outcome.answer()).isInstanceOf(Refused.class);
            assertThat(((Refused) Objects.requireNonNull(outcome.answer()))
                            .why()
                            .rule())
                    .isEqualTo(ShopRule.NOT_ENOUGH_LEFT);
        });
        assertThat(stand.left(here)).isEqualTo(9);
        assertThat(stand.left(there)).isEqualTo(2);

        OutsideAnswer whole = outside.take(channel, List.of(both("W-2", 3, 2)), OutsideSource.WEBHOOK)
                .getFirst();
        assertThat(whole).isInstanceOf(Taken.class);
        assertThat(((Taken) whole).orders()).hasSize(2);
        assertThat(stand.left(here)).isEqualTo(6);
        assertThat(stand.left(there)).isZero();

        assertThat(outside.cancel(channel, List.of(new OutsideCancellation("W-2", ""))))
                .containsExactly(new OutsideAnswer.Cancelled("W-2"));
        assertThat(orders.ofKey(store.find(channel.id(), "W-2").orElseThrow().key()))
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.state()).isEqualTo(OrderState.CANCELLED));
        assertThat(stand.left(here)).isEqualTo(9);
        assertThat(stand.left(there)).isEqualTo(2);
    }
}
