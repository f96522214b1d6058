package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.farmgate.platform.InputBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsccTests {
    /// The example of the GS1 General Specifications, section 7.9.1.
    private static final Sscc EXAMPLE = new Sscc("106141411234567897");

    @Test
    void theCheckDigitIsThatOfGs1() {
        assertThatThrownBy(() -> new Sscc("106141411234567898")).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new Sscc("10614141123456789")).isInstanceOf(InputBroken.class);
        assertThat(EXAMPLE.digits()).hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "106141411234567897",
                " 1 0614141 123456789 7 ",
                "00106141411234567897",
                "(00)106141411234567897",
                "]C100106141411234567897",
                "https://farmgate.example/00/106141411234567897",
                "https://farmgate.example/t/00/106141411234567897?lang=ug",
                "١٠٦١٤١٤١١٢٣٤٥٦٧٨٩٧"
            })
    void allShapesOfItAreRead(String code) {
        assertThat(Sscc.find(code)).isEqualTo(Optional.of(EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SF1234567890123", "106141411234567898", "", "00", "https://farmgate.example/01/09520123456788"})
    void whatIsNoneIsNotTakenForOne(String code) {
        assertThat(Sscc.find(code)).isEmpty();
    }

    @Test
    void serialsRunOnThroughTheExtensionDigit() {
        assertThat(Sscc.of("9520000", 1).digits()).startsWith("0" + "9520000" + "000000001");
        assertThat(Sscc.of("9520000", 1_000_000_000L).digits()).startsWith("1" + "9520000" + "000000000");
        assertThat(Sscc.of("9520000001", 9_999_999L).digits()).startsWith("9" + "9520000001" + "999999");
        assertThatThrownBy(() -> Sscc.of("9520000001", 10_000_000L)).isInstanceOf(IllegalStateException.class);
    }
}
