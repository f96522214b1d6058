package org.farmgate.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartTests {
    @Test
    void whatIsWrittenIsReadAgain() {
        Cart cart = Cart.empty().plus(ListingId.next(), 3).plus(ListingId.next(), Wanted.MOST_PACKS);
        assertThat(Cart.read(cart.write())).isEqualTo(cart);
        assertThat(cart.write()).matches("[A-Za-z0-9_.-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "....",
                "<script>",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAA0",
                "AAAAAAAAAAAAAAAAAAAAAA-1",
                "AAAAAAAAAAAAAAAAAAAAAA99999",
                "AAAAAAAAAAAAAAAAAAAAAA123456",
                "!!!!!!!!!!!!!!!!!!!!!!5",
                "AAAAAAAAAAAAAAAAAAAAAAx"
            })
    void nonsenseIsAnEmptyCart(String text) {
        assertThat(Cart.read(text).isEmpty()).isTrue();
    }

    @Test
    void theSameGoodsAreOneLineAndNeverMoreThanMayBeOrdered() {
        ListingId melons = ListingId.next();
        Cart cart = Cart.empty().plus(melons, 2).plus(melons, 3);
        assertThat(cart.lines()).containsExactly(new Cart.Line(melons, 5));
        assertThat(cart.plus(melons, Wanted.MOST_PACKS).packs(melons)).isEqualTo(Wanted.MOST_PACKS);
        assertThat(cart.with(melons, 0).isEmpty()).isTrue();
        String twice = cart.write() + "." + cart.write();
        assertThat(Cart.read(twice)).isEqualTo(cart);
    }

    @Test
    void aCartHasAnEnd() {
        Cart cart = IntStream.range(0, Cart.MOST_LINES + 5)
                .mapToObj(_ -> ListingId.next())
                .reduce(Cart.empty(), (so, listing) -> so.plus(listing, 1), (a, _) -> a);
        assertThat(cart.lines()).hasSize(Cart.MOST_LINES);
        assertThat(cart.write().length()).isLessThan(2_000);
    }
}
