package org.farmgate.live.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.live.outside.OutsideAnswer.Refused;
import org.farmgate.live.outside.OutsideAnswer.Taken;
import org.farmgate.measure.Money;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.Orders;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.ShowOffer;
import org.farmgate.shop.ShowOffers;
import org.farmgate.shop.Stall;
import org.farmgate.stock.HoldingId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Whose goods are sold by which channel.
@WholeAppTest
@Import({Stall.class, OutsideStand.class})
class OutsideChannelsTests {
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
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    ShowOffers shows;

    private OutsideAnswer take(OutsideChannel channel, OutsideOrder order) {
        return outside.take(channel, List.of(order), OutsideSource.WEBHOOK).getFirst();
    }

    private static Taken taken(OutsideAnswer answer) {
        assertThat(answer).isInstanceOf(Taken.class);
        return (Taken) answer;
    }

    private static Rule why(OutsideAnswer answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused) answer).why().rule();
    }

    private Order only(Taken taken) {
        return orders.ofSeller(cast.manager(), taken.orders().getFirst());
    }

    @Test
    void aShowsOwnGoodsAreSoldThereTooWhileItIsOnAir() {
        OutsideChannel channel = stand.channel().channel();
        Listing model = stall.open(8, Optional.empty());
        Listing inShow = shows.offer(
                        cast.manager(),
                        new ShowOffer(
                                UUID.randomUUID(),
                                model.id(),
                                HoldingId.next(),
                                5,
                                new Money(4_900),
                                Optional.empty(),
                                Optional.empty()))
                .listing();
        assertThat(channels.sellable(cast.manager(), channel)).contains(inShow);
        channels.map(cast.manager(), channel.id(), new OutsideCode("SHOW", inShow.id(), 1));
        assertThat(why(take(channel, OutsideStand.order("A-1", "SHOW", 1)))).isEqualTo(ShopRule.LISTING_NOT_OPEN);
        shows.turn(List.of(inShow), true);
        assertThat(only(taken(take(channel, OutsideStand.order("A-2", "SHOW", 5))))
                        .total())
                .isEqualTo(new Money(24_500));
        assertThat(stand.left(inShow)).isZero();
        assertThatThrownBy(() -> intake.place(stall.order(inShow, 1)))
                .as("by program, whoever knows its id")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyOnesOwnGoodsAreMappedAndOnlyOnesOwnChannelIsSeen() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 1);
        OutsideChannel others = channels.register(cast.otherManager(), OutsideChannelId.next(), channel.name())
                .channel();
        assertThatThrownBy(() -> channels.map(cast.otherManager(), others.id(), new OutsideCode("X", melons.id(), 1)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> channels.get(cast.otherManager(), channel.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> channels.renew(cast.otherManager(), channel.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> channels.register(
                        cast.manager(), OutsideChannelId.next(), channel.name().toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(RuleBroken.class);
        var again = channels.register(cast.manager(), channel.id(), channel.name());
        assertThat(again.secret()).as("shown once").isEmpty();
        Listing draft = stall.ready(1);
        assertThatThrownBy(() -> channels.map(cast.manager(), channel.id(), new OutsideCode("D", draft.id(), 1)))
                .isInstanceOf(RuleBroken.class);
    }
}
