package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.PartyRule;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Component;
import org.farmgate.stock.Lots;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ModuleTest
@Import({Cast.class, Season.class})
class SupplyTests {
    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Plots plots;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Harvests harvests;

    @Autowired
    Quotes quotes;

    @Autowired
    Offers offers;

    @Autowired
    Lots lots;

    @Test
    void aGrowerRegistersAPlotTwiceAndHasItOnce() {
        NewPlot wanted = season.newPlot(cast.aygul().organisation(), "Twice sent");
        Plot plot = plots.register(cast.aygul(), wanted);
        assertThat(plots.register(cast.aygul(), wanted)).isEqualTo(plot);
        assertThat(plot.origin()).isEqualTo(cast.county());
        assertThat(plot.recorded().onBehalfOf(plot.grower())).isFalse();
        NewPlot other = new NewPlot(
                wanted.id(),
                wanted.grower(),
                wanted.name(),
                wanted.region(),
                wanted.division(),
                wanted.product(),
                new PlotSize.Apiary(80),
                wanted.expectedYield());
        assertThatThrownBy(() -> plots.register(cast.aygul(), other)).satisfies(breaks(SupplyRule.SUPPLY_ID_TAKEN));
    }

    @Test
    void aCooperativeActsForWhoConsentedAndThatIsOnRecord() {
        Plot plot = plots.register(cast.clerk(), season.newPlot(cast.aygul().organisation(), "By the clerk"));
        assertThat(plot.recorded().onBehalfOf(plot.grower())).isTrue();
        assertThat(plot.recorded().organisation()).isEqualTo(cast.manager().organisation());
        assertThatThrownBy(() -> plots.register(
                        cast.clerk(), season.newPlot(cast.tursun().organisation(), "No consent")))
                .satisfies(breaks(PartyRule.NO_CONSENT));
        assertThatThrownBy(() -> plots.register(
                        cast.clerk(), season.newPlot(cast.faraway().organisation(), "Not ours")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plots.register(
                        cast.viewer(), season.newPlot(cast.aygul().organisation(), "Only looks on")))
                .isInstanceOf(Denied.class);
    }

    @Test
    void nobodySeesWhatLiesOutOfReach() {
        Plot plot = season.plot();
        Forecast forecast = season.forecast(plot, 3, Mass.tonnes(5));
        assertThat(plots.see(cast.officer(), plot.id())).isEqualTo(plot);
        assertThat(forecasts.see(cast.manager(), forecast.id()).id()).isEqualTo(forecast.id());
        assertThatThrownBy(() -> plots.see(cast.otherManager(), plot.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> forecasts.see(cast.tursun(), forecast.id())).isInstanceOf(NotFound.class);
        assertThat(forecasts
                        .search(cast.otherManager(), ForecastQuery.all(Paging.first()))
                        .rows())
                .noneMatch(row -> row.forecast().id().equals(forecast.id()));
    }

    @Test
    void everyRevisionIsKeptWithWhoAndWhy(AssertablePublishedEvents events) {
        Forecast first = season.forecast(season.plot(), 4, Mass.tonnes(10));
        Forecast second =
                forecasts.revise(cast.clerk(), first.id(), 1, Mass.tonnes(7), first.floor(), "Hail on <b>Tuesday</b>");
        assertThat(second.revision()).isEqualTo(2);
        List<ForecastRevision> history = forecasts.history(cast.aygul(), first.id());
        assertThat(history).extracting(ForecastRevision::mass).containsExactly(Mass.tonnes(7), Mass.tonnes(10));
        assertThat(history.getFirst().reason()).isEqualTo("Hail on <b>Tuesday</b>");
        assertThat(history.getFirst().recorded().person())
                .isEqualTo(cast.clerk().person());
        assertThat(events)
                .contains(ForecastRevised.class)
                .matching(ForecastRevised::before, Mass.tonnes(10))
                .matching(ForecastRevised::now, Mass.tonnes(7));
        assertThatThrownBy(() ->
                        forecasts.revise(cast.aygul(), first.id(), 1, Mass.tonnes(9), first.floor(), "Did not look"))
                .satisfies(breaks(SupplyRule.FORECAST_CHANGED_MEANWHILE));
        assertThatThrownBy(() -> forecasts.revise(cast.aygul(), first.id(), 2, Mass.tonnes(7), first.floor(), "Same"))
                .satisfies(breaks(SupplyRule.NOTHING_REVISED));
        assertThatThrownBy(() -> forecasts.revise(cast.aygul(), first.id(), 2, Mass.tonnes(8), first.floor(), " "))
                .isInstanceOf(InputBroken.class);
    }

    @Test
    void forecastsThatCannotBeAreRefused() {
        Plot plot = season.plot();
        season.forecast(plot, 5, Mass.tonnes(1));
        assertThatThrownBy(() -> season.forecast(plot, 5, Mass.tonnes(2)))
                .satisfies(breaks(SupplyRule.ALREADY_FORECAST));
        assertThatThrownBy(() -> season.forecast(plot, -1, Mass.tonnes(2)))
                .satisfies(breaks(SupplyRule.FORECAST_WEEK_OUT_OF_REACH));
        assertThatThrownBy(() -> season.forecast(plot, 105, Mass.tonnes(2)))
                .satisfies(breaks(SupplyRule.FORECAST_WEEK_OUT_OF_REACH));
        assertThatThrownBy(() -> season.forecast(plot, 6, Mass.ZERO)).satisfies(breaks(SupplyRule.NOTHING_FORECAST));
        assertThatThrownBy(() -> forecasts.make(
                        cast.aygul(),
                        new NewForecast(
                                ForecastId.next(), plot.id(), 3, season.thisWeek, Mass.tonnes(1), Season.yuan("1"))))
                .satisfies(breaks(SupplyRule.GRADE_NOT_OF_PRODUCT));
        assertThatThrownBy(() -> plots.retire(cast.aygul(), plot.id()))
                .satisfies(breaks(SupplyRule.PLOT_HAS_FORECASTS));
    }

    @Test
    void aHarvestBecomesALotThatKnowsItsCounty(AssertablePublishedEvents events) {
        Plot plot = season.plot();
        Harvest harvest = harvests.offer(cast.aygul(), season.harvest(plot, Mass.kilograms(900), Mass.kilograms(700)));
        var lot = lots.get(harvest.lot());
        assertThat(lot.composition()).containsExactly(Component.harvested(cast.county(), Mass.kilograms(900)));
        assertThat(lot.bestBefore()).isEqualTo(season.today.plusDays(28));
        assertThat(events)
                .contains(HarvestOffered.class)
                .matching(HarvestOffered::lot, harvest.lot())
                .matching(HarvestOffered::offered, Mass.kilograms(700));
        assertThatThrownBy(
                        () -> harvests.offer(cast.aygul(), season.harvest(plot, Mass.kilograms(5), Mass.kilograms(6))))
                .satisfies(breaks(SupplyRule.OFFER_EXCEEDS_HARVEST));
        harvests.withdraw(cast.aygul(), harvest.id(), "Sold to a neighbour");
        assertThatThrownBy(() -> harvests.withdraw(cast.aygul(), harvest.id(), "Again"))
                .satisfies(breaks(SupplyRule.HARVEST_ALREADY_WITHDRAWN));
        assertThat(lots.get(harvest.lot())).isEqualTo(lot);
    }

    @Test
    void whatIsHarvestedIsTakenOffItsForecastAndNeverCountedTwice() {
        Plot plot = season.plot();
        Forecast forecast = season.forecast(plot, 0, Mass.tonnes(10));
        NewHarvest brought = season.harvest(plot, Mass.tonnes(4), Mass.tonnes(4));
        Harvest harvest = harvests.offer(cast.aygul(), brought);
        assertThat(harvest.forecast()).contains(forecast.id());
        String still = Offer.keyOf(forecast.id());
        String lot = Offer.keyOf(harvest.lot());
        WeekSpan weeks = new WeekSpan(season.thisWeek, season.thisWeek.plusWeeks(8));
        assertThat(offers.byKeys(Set.of(still, lot)).values())
                .extracting(Offer::mass)
                .containsExactlyInAnyOrder(Mass.tonnes(6), Mass.tonnes(4));
        assertThat(offers.in(weeks)).extracting(Offer::key).contains(still, lot);
        harvests.withdraw(cast.aygul(), harvest.id(), "Rotten");
        assertThat(offers.byKeys(Set.of(still, lot))).containsOnlyKeys(still);
        assertThat(java.util.Objects.requireNonNull(offers.byKeys(Set.of(still)).get(still))
                        .mass())
                .isEqualTo(Mass.tonnes(6));
        harvests.offer(cast.aygul(), season.harvest(plot, Mass.tonnes(7), Mass.ZERO));
        assertThat(offers.byKeys(Set.of(still)))
                .as("more came in than was expected")
                .isEmpty();
        assertThat(forecasts.harvested(List.of(forecast.id()))).containsEntry(forecast.id(), Mass.tonnes(11));
    }

    @Test
    void manyAtOnceAreMadeRevisedOrLeftAlone() {
        Plot plot = season.plot();
        Forecast there = season.forecast(plot, 10, Mass.tonnes(2));
        Forecast same = season.forecast(plot, 11, Mass.tonnes(3));
        Taken taken = forecasts.putAll(
                cast.aygul(),
                List.of(
                        entry(plot, 10, Mass.tonnes(5)),
                        entry(plot, 11, Mass.tonnes(3)),
                        entry(plot, 12, Mass.tonnes(1))),
                "New count");
        assertThat(taken).isEqualTo(new Taken(1, 1, 1));
        assertThat(forecasts.get(there.id()).mass()).isEqualTo(Mass.tonnes(5));
        assertThat(forecasts.get(same.id()).revision()).isEqualTo(1);
    }

    @Test
    void theBestLocalOfferIsTheHighestOfEachSourcesLatest() {
        noted("Market", 3, "2.00");
        noted("Market", 1, "1.80");
        noted("Dealer", 2, "1.90");
        noted("Long ago", Quotes.FRESH_DAYS + 1, "9.00");
        var key = new QuoteKey(season.melon, 2, cast.county());
        assertThat(java.util.Objects.requireNonNull(quotes.best(season.today).get(key))
                        .price())
                .isEqualTo(Season.yuan("1.90"));
        assertThatThrownBy(() -> noted("Market", 1, "1.85")).satisfies(breaks(SupplyRule.ALREADY_QUOTED));
        assertThatThrownBy(() -> noted("Market", -1, "1.85")).satisfies(breaks(SupplyRule.QUOTE_DATE_OUT_OF_REACH));
    }

    @Test
    void sumsSayWhatIsExpectedAndWhatCameIn() {
        Plot plot = season.plot();
        Forecast forecast = season.forecast(plot, 0, Mass.tonnes(6));
        harvests.offer(cast.aygul(), season.harvest(plot, Mass.tonnes(2), Mass.tonnes(2)));
        var weeks = new WeekSpan(season.thisWeek, season.thisWeek);
        WeekTotal total = Season.only(forecasts.totals(cast.officer(), weeks, Optional.of(season.melon)));
        assertThat(total.forecastGrams()).isGreaterThanOrEqualTo(forecast.mass().grams());
        assertThat(total.harvestedGrams()).isGreaterThanOrEqualTo(Mass.tonnes(2).grams());
        assertThat(forecasts.totals(cast.otherManager(), weeks, Optional.of(season.melon)))
                .isEmpty();
    }

    private ForecastEntry entry(Plot plot, int weeksAhead, Mass mass) {
        return new ForecastEntry(
                ForecastId.next(),
                plot.id(),
                1,
                season.thisWeek.plusWeeks(weeksAhead),
                mass,
                Season.yuan("2.40"),
                OptionalInt.empty());
    }

    private void noted(String source, int daysAgo, String price) {
        quotes.note(
                cast.clerk(),
                new NewQuote(
                        QuoteId.next(),
                        season.melon,
                        2,
                        cast.county(),
                        season.today.minusDays(daysAgo),
                        Season.yuan(price),
                        source));
    }

    private static java.util.function.Consumer<Throwable> breaks(Rule rule) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
