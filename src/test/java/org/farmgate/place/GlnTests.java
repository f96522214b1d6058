package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.farmgate.platform.InputBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlnTests {
    /// Numbers printed in GS1's own documents and on well-known goods.
    @ParameterizedTest
    @ValueSource(strings = {"0614141000012", "9506000134352", "4012345000009", "6901234567892"})
    void acceptsNumbersWhoseCheckDigitIsRight(String digits) {
        assertThat(new Gln(digits).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"061414100001,2", "950600013435,2", "401234500000,9", "690123456789,2", "629104150021,3"})
    void computesTheCheckDigitFromTheRight(String without, char digit) {
        assertThat(Gs1.checkDigit(without)).isEqualTo(digit);
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String right = "6901234567892";
        for (int place = 0; place < 13; place++)
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = right.substring(0, place) + digit + right.substring(place + 1);
                assertThat(Gs1.isRight(wrong)).as(wrong).isEqualTo(wrong.equals(right));
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"690 1234 56789 2", "6901234567892 ", "６９０１２３４５６７８９２", "690-1234-567892", "٦٩٠١٢٣٤٥٦٧٨٩٢"})
    void readsWhatPeopleType(String text) {
        assertThat(Gln.parse(text)).isEqualTo(new Gln("6901234567892"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6901234567893|check-digit",
                "690123456789|gln-length",
                "69012345678921|gln-length",
                "''|gln-length",
                "0000000000000|gln-length",
                "690123456789X|gln-length",
                "<b>6901234567892</b>|gln-length",
                "-690123456789|gln-length"
            })
    void refusesWhatIsNone(String text, String code) {
        assertThatThrownBy(() -> Gln.parse(text))
                .isInstanceOfSatisfying(
                        InputBroken.class,
                        broken -> assertThat(broken.errors().getFirst().code()).isEqualTo(code));
    }
}
