package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.farmgate.platform.InputBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTests {
    /// A quarter of the earth, from the definition of its mean radius; and two pairs of airports whose great circles
    /// are tabled (km).
    @ParameterizedTest
    @CsvSource({
        "0,0,0,90,10007.56",
        "0,0,90,0,10007.56",
        "0,0,0,180,20015.11",
        "51.4706,-0.4619,40.6398,-73.7789,5540",
        "40.0801,116.5846,31.1434,121.8052,1098"
    })
    void measuresTheGreatCircle(double lat1, double lon1, double lat2, double lon2, double kilometres) {
        var from = new Coordinates(lat1, lon1);
        var to = new Coordinates(lat2, lon2);
        assertThat(from.greatCircleMetres(to) / 1000).isCloseTo(kilometres, within(kilometres * 0.005));
        assertThat(to.greatCircleMetres(from)).isEqualTo(from.greatCircleMetres(to), within(1e-6));
    }

    @Test
    void aPlaceIsNoDistanceFromItself() {
        var nanhu = new Coordinates(42.75, 93.3);
        assertThat(nanhu.greatCircleMetres(nanhu)).isZero();
        assertThat(Distance.estimate(nanhu, nanhu)).isEqualTo(new Distance(0, true));
    }

    @Test
    void theEstimateIsTheGreatCircleAndThreeTenths() {
        var pole = new Coordinates(90, 0);
        var equator = new Coordinates(0, 0);
        assertThat(Distance.estimate(pole, equator).metres()).isCloseTo(Math.round(10_007_557.2 * 1.3), within(50L));
        assertThat(Distance.estimate(pole, equator).estimated()).isTrue();
    }

    @Test
    void kilometresAreRoundedUp() {
        assertThat(new Distance(1_000, false).kilometres()).isEqualTo(1);
        assertThat(new Distance(1_001, false).kilometres()).isEqualTo(2);
        assertThat(new Distance(0, false).kilometres()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"39.47,39.47", "-8.5,-8.5", "+12,12", "３９.５,39.5", "−7,-7", "-0,0"})
    void readsDegreesAsPeopleWriteThem(String text, double degrees) {
        assertThat(Coordinates.parseLatitude(text)).isEqualTo(degrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91", "-90.1", "39°28'", "NaN", "1e1", "39,47", "Infinity", "<i>1</i>"})
    void refusesWhatIsNoLatitude(String text) {
        assertThatThrownBy(() -> Coordinates.parseLatitude(text)).isInstanceOf(InputBroken.class);
    }

    @ParameterizedTest
    @CsvSource({"NaN,0", "0,NaN", "90.01,0", "0,-180.5", "Infinity,0"})
    void noPointLiesOffTheEarth(double latitude, double longitude) {
        assertThatThrownBy(() -> new Coordinates(latitude, longitude)).isInstanceOf(InputBroken.class);
    }
}
