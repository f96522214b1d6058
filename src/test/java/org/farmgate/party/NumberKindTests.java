package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Check digits, masks and seals. The numbers are made up; none is anybody's.
class NumberKindTests {
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 11010519491231002X",
        "110105 19491231 002x, 11010519491231002X",
        "440524188001010014, 440524188001010014"
    })
    void theStandardsOwnExamplesAreRight(String typed, String kept) {
        assertThat(NumberKind.IDENTITY.checked(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "11010519491231003X",
                "110105194902310027",
                "1101051949123100",
                "",
                "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X",
                "01010519491231002X"
            })
    void whatDoesNotCheckIsRefused(String typed) {
        assertThatThrownBy(() -> NumberKind.IDENTITY.checked(typed)).isInstanceOf(InputBroken.class);
    }

    @Test
    void everySingleMistypedDigitOfABankNumberIsFound() {
        String right = NumberKind.BANK.checked("6222 0212 3456 7894");
        for (int place = 0; place < right.length(); place++)
            for (char digit = '0'; digit <= '9'; digit++) {
                if (right.charAt(place) == digit) continue;
                String wrong = right.substring(0, place) + digit + right.substring(place + 1);
                assertThatThrownBy(() -> NumberKind.BANK.checked(wrong)).isInstanceOf(InputBroken.class);
            }
    }

    @Test
    void aMaskTellsNeitherBirthNorRegion() {
        assertThat(NumberKind.IDENTITY.masked("11010519491231002X")).isEqualTo("11**************2X");
        assertThat(NumberKind.BANK.masked("6222021234567894")).isEqualTo("**** 7894");
    }

    @Test
    void aSealedNumberOpensInItsPlaceAloneAndByItsKeyAlone() {
        String first = key(1);
        String second = key(2);
        var old = new Sealing(first, "unused");
        var sealed = old.seal("6222021234567894", "aygul BANK");
        assertThat(new String(sealed.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("6222");
        assertThat(old.seal("6222021234567894", "aygul BANK").bytes()).isNotEqualTo(sealed.bytes());
        assertThat(old.open(sealed, "aygul BANK")).isEqualTo("6222021234567894");
        assertThatThrownBy(() -> old.open(sealed, "tursun BANK")).isInstanceOf(IllegalStateException.class);
        var rotated = new Sealing(second + "," + first, "unused");
        assertThat(rotated.open(sealed, "aygul BANK")).isEqualTo("6222021234567894");
        assertThat(rotated.newestId()).isNotEqualTo(sealed.keyId());
        assertThatThrownBy(() -> new Sealing(second, "unused").open(sealed, "aygul BANK"))
                .isInstanceOf(RuleBroken.class);
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
