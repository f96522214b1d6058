package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.HoldingId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/// What shows sell, below what shows know.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Stall.class)
class ShowOffersTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    Listings listings;

    @Autowired
    ShowOffers offers;

    @Autowired
    SalesCounts counts;

    @Autowired
    OrderIntake intake;

    @Autowired
    TransactionTemplate transaction;

    private ShowOffer wanted(UUID show, Listing model, long packs) {
        return new ShowOffer(
                show, model.id(), HoldingId.next(), packs, new Money(4_900), Optional.empty(), Optional.empty());
    }

    @Test
    void whoTookTheIdOfAShowsListingBeforehandGetsNothingByIt() {
        Listing model = stall.open(4, Optional.empty());
        UUID show = UUID.randomUUID();
        stall.melons(Mass.kilograms(5));
        NewListing like = stall.wanted(1, model.terms());
        listings.draft(
                cast.manager(),
                new NewListing(
                        new ListingId(Derived.id(show, "shows " + model.id())),
                        like.origin(),
                        like.product(),
                        like.grade(),
                        like.pack(),
                        like.title(),
                        like.story(),
                        like.harvestedOn(),
                        like.bestBefore(),
                        like.terms(),
                        like.packs(),
                        like.sites()));
        assertThatThrownBy(() -> offers.offer(cast.manager(), wanted(show, model, 3)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(ShopRule.LISTING_ID_TAKEN));
        assertThat(stall.left(model.sellable())).isEqualTo(4);
    }

    @Test
    void whatCannotGoBackForWantOfGoodStockDoesNotHoldUpTheEnd() {
        Listing model = stall.open(4, Optional.empty());
        Listing sold = offers.offer(cast.manager(), wanted(UUID.randomUUID(), model, 4))
                .listing();
        transaction.executeWithoutResult(status -> {
            stall.expire(model);
            assertThat(offers.giveBack(sold, model, 4)).isZero();
            assertThat(stall.left(sold.sellable())).isZero();
            assertThat(stall.left(model.sellable())).isZero();
            // Other tests have goods of that kind too.
            status.setRollbackOnly();
        });
    }

    @Test
    void whatWasOrderedTogetherIsWhatTheIntakeCounted() {
        Listing one = stall.open(5, Optional.empty());
        Listing other = stall.open(5, Optional.empty());
        intake.place(stall.order(one, 2));
        intake.place(stall.order(one, 1));
        intake.place(stall.order(other, 1));
        assertThat(counts.of(List.of(one, other)))
                .isEqualTo(new SalesCounts.Sum(3, 4, new Money(4 * Stall.PRICE.fen())));
        assertThat(counts.of(List.of())).isEqualTo(new SalesCounts.Sum(0, 0, Money.ZERO));
    }
}
