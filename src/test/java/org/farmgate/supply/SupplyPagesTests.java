package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.measure.Mass;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeAppTest
@Import({Cast.class, Season.class})
class SupplyPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "/plots, Add a plot",
        "/plots/new, What do you call it?",
        "/plots/{plot}, Say what I expect",
        "/plots/{plot}/season, What do you expect?",
        "/plots/{plot}/harvest, Write down a harvest",
        "/forecasts, Harvest forecasts",
        "/forecasts/{forecast}, Has it changed?",
        "/harvests, Harvests",
        "/quotes, Local prices",
        "/quotes/new, Who says so?",
        "/imports, Import files",
        "/imports/forecasts, Columns of the file",
        "/jobs, Running work"
    })
    void everyPageSaysWhatItIsFor(String path, String words) {
        Plot plot = season.plot();
        Forecast forecast = season.forecast(plot, 2, Mass.tonnes(5));
        String address = path.replace("{plot}", plot.id().toString())
                .replace("{forecast}", forecast.id().toString());
        assertThat(mvc.get().uri(address).header("Accept-Language", "en").with(cast.signedInAs(cast.aygul())))
                .hasStatusOk()
                .bodyText()
                .contains(words);
    }
}
