package org.farmgate.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.farmgate.place.Gs1;
import org.farmgate.platform.InputBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTests {
    /// One of each length: 8 (from EAN-8's own example), 12 (UPC-A), 13, 14.
    @ParameterizedTest
    @CsvSource({
        "73513537,00000073513537",
        "96385074,00000096385074",
        "036000291452,00036000291452",
        "614141999996,00614141999996",
        "4006381333931,04006381333931",
        "6901234567892,06901234567892",
        "10614141000415,10614141000415"
    })
    void acceptsAllFourLengthsAsOneNumber(String digits, String fourteen) {
        assertThat(new Gtin(digits).fourteen()).isEqualTo(fourteen);
        assertThat(new Gtin(fourteen).fourteen()).isEqualTo(fourteen);
    }

    @ParameterizedTest
    @CsvSource({"7351353,7", "9638507,4", "03600029145,2", "400638133393,1", "1061414100041,5", "0000000000001,7"})
    void computesTheCheckDigit(String without, char digit) {
        assertThat(Gs1.checkDigit(without)).isEqualTo(digit);
    }

    @Test
    void neighboursSwappedAreFoundUnlessTheyDifferByFive() {
        String right = "4006381333931";
        for (int i = 0; i + 1 < right.length(); i++) {
            char a = right.charAt(i);
            char b = right.charAt(i + 1);
            String swapped = right.substring(0, i) + b + a + right.substring(i + 2);
            assertThat(Gs1.isRight(swapped)).as(swapped).isEqualTo(Math.abs(a - b) % 5 == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7351353",
                "735135370",
                "4006381333932",
                "106141410004150",
                "00000000",
                "4006381333931a",
                "<script>",
                "-4006381333931x"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Gtin.parse(text)).isInstanceOf(InputBroken.class);
    }

    @Test
    void readsWhatAScannerOrAPersonWrites() {
        assertThat(Gtin.parse(" 400 6381 333 931 ")).isEqualTo(new Gtin("4006381333931"));
        assertThat(Gtin.parse("４００６３８１３３３９３１")).isEqualTo(new Gtin("4006381333931"));
    }
}
