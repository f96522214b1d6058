package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@ModuleTest
@Import({Cast.class, Stall.class})
class ReviewsTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    Reviews reviews;

    private Order ordered(Listing listing) {
        OrderRequest request = stall.order(listing, 1);
        intake.place(request);
        return orders.ofKey(request.key()).getFirst();
    }

    private Order delivered(Listing listing) {
        Order order = ordered(listing);
        stall.set(order, OrderState.DELIVERED);
        return order;
    }

    @Test
    void whoGotItSaysHowItWasOnceAndTheListingCountsIt() {
        Listing one = stall.open(5, Optional.empty());
        Order first = delivered(one);
        Review review = reviews.write(first.key(), first.id(), 0, 5, " Sweet ");
        assertThat(reviews.write(first.key(), first.id(), 0, 5, "Sweet").id()).isEqualTo(review.id());
        refused(ReviewRule.REVIEW_ALREADY_WRITTEN, () -> reviews.write(first.key(), first.id(), 0, 1, "Sour"));
        Order second = delivered(one);
        reviews.write(second.key(), second.id(), 0, 4, "");
        Rating rating = reviews.ratings(List.of(one.id())).get(one.id());
        assertThat(rating).isEqualTo(new Rating(2, 9));
        assertThat(rating.mean()).isEqualByComparingTo("4.5");
        assertThat(reviews.ofListing(Optional.empty(), one.id(), Paging.first()).rows())
                .extracting(Review::signed)
                .containsOnly("G**");
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"DELIVERED", "SETTLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodySaysAnythingBeforeTheyGotIt(OrderState state) {
        Order order = ordered(stall.open(5, Optional.empty()));
        stall.set(order, state);
        refused(ReviewRule.REVIEW_BEFORE_DELIVERY, () -> reviews.write(order.key(), order.id(), 0, 5, "Sweet"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 6, Integer.MAX_VALUE})
    void starsAreOneToFive(int stars) {
        Order order = delivered(stall.open(5, Optional.empty()));
        assertThatThrownBy(() -> reviews.write(order.key(), order.id(), 0, stars, ""))
                .isInstanceOf(InputBroken.class);
    }

    @Test
    void nobodyElseSaysAnything() {
        Order order = delivered(stall.open(5, Optional.empty()));
        assertThatThrownBy(() -> reviews.write(OrderKey.next(), order.id(), 0, 5, ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reviews.write(cast.manager(), order.id(), 0, 5, ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reviews.write(cast.buyer(), order.id(), 0, 5, ""))
                .isInstanceOf(NotFound.class);
        for (int line : new int[] {-1, 1})
            assertThatThrownBy(() -> reviews.write(order.key(), order.id(), line, 5, ""))
                    .isInstanceOf(NotFound.class);
    }

    @Test
    void theSellerAnswersOnceAndAnAdministratorHidesWithAReason() {
        Listing one = stall.open(5, Optional.empty());
        Order order = delivered(one);
        Review review = reviews.write(order.key(), order.id(), 0, 1, "Rude words");
        assertThatThrownBy(() -> reviews.answer(cast.otherManager(), one.id(), review.id(), "Sorry"))
                .isInstanceOf(NotFound.class);
        reviews.answer(cast.manager(), one.id(), review.id(), "Sorry");
        reviews.answer(cast.manager(), one.id(), review.id(), "Sorry");
        refused(ReviewRule.REVIEW_ALREADY_ANSWERED, () -> reviews.answer(cast.manager(), one.id(), review.id(), "No"));
        assertThatThrownBy(() -> reviews.hide(cast.manager(), one.id(), review.id(), "rude"))
                .isInstanceOf(Denied.class);
        reviews.hide(cast.admin(), one.id(), review.id(), "rude");
        assertThat(reviews.ratings(List.of(one.id()))).isEmpty();
        assertThat(reviews.ofListing(Optional.of(cast.manager()), one.id(), Paging.first())
                        .rows())
                .isEmpty();
        assertThat(reviews.ofListing(Optional.of(cast.admin()), one.id(), Paging.first())
                        .rows())
                .singleElement()
                .satisfies(hidden -> assertThat(hidden.hiddenReason()).contains("rude"));
        Listing other = stall.open(1, Optional.empty());
        assertThatThrownBy(() -> reviews.hide(cast.admin(), other.id(), review.id(), "rude"))
                .isInstanceOf(NotFound.class);
    }

    private static void refused(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
