package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo county's tables hold together by themselves, and add up to the public figures they are built from.
class DemoTablesTests {
    private static final long TONNE = 1000;
    private static final Pattern HAN = Pattern.compile(".*\\p{IsHan}.*");
    private static final Pattern ARABIC_ONLY =
            Pattern.compile("[\\p{IsArabic}\\p{IsCommon}&&[^A-Za-z]]*\\p{IsArabic}[\\p{IsArabic}\\p{IsCommon}]*");

    private final DemoTable regions = DemoTable.read("regions");
    private final DemoTable plots = DemoTable.read("plots");
    private final DemoTable forecasts = DemoTable.read("forecasts");
    private final DemoTable sites = DemoTable.read("sites");
    private final DemoTable demands = DemoTable.read("demands");
    private final DemoTable varieties = DemoTable.read("varieties");

    @ParameterizedTest
    @CsvSource(textBlock = """
            division_regions, division, divisions, key
            division_regions, region, regions, key
            products, storage, storages, key
            varieties, product, products, key
            grades, product, products, key
            packs, product, products, key
            organisations, region, regions, key
            organisations, division, divisions, key
            alliance_members, alliance, organisations, key
            alliance_members, region, regions, key
            memberships, person, people, key
            memberships, organisation, organisations, key
            sign_ins, person, people, key
            sign_ins, organisation, organisations, key
            plots, region, regions, key
            plots, variety, varieties, key
            plots, grade, grades, key
            forecasts, plot, plots, key
            harvests, plot, plots, key
            sites, owner, organisations, key
            sites, region, regions, key
            warehouses, site, sites, key
            demands, buyer, organisations, key
            demands, product, products, key
            demands, variety, varieties, key
            demands, min_grade, grades, key
            demands, origin_wish, regions, key
            demand_sites, demand, demands, key
            demand_sites, site, sites, key
            demand_figures, demand, demands, key
            quotes, grade, grades, key
            quotes, region, regions, key
            """)
    void everyReferenceResolves(String table, String field, String target, String key) {
        Set<String> known = new HashSet<>(DemoTable.read(target).column(key));
        known.add("");

        assertThat(known).containsAll(DemoTable.read(table).column(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regions",
                "divisions",
                "products",
                "varieties",
                "grades",
                "packs",
                "organisations",
                "alliance_members",
                "people",
                "plots",
                "sites",
                "trucks",
                "demands"
            })
    void keysAreUnique(String table) {
        assertThat(DemoTable.read(table).column("key")).doesNotHaveDuplicates().doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regions",
                "divisions",
                "products",
                "varieties",
                "grades",
                "packs",
                "organisations",
                "alliance_members",
                "sites",
                "trucks"
            })
    void namesStandInThreeLanguagesAndTheirScripts(String table) {
        for (NamedCsvRecord row : DemoTable.read(table).rows()) {
            assertThat(row.getField("name_en"))
                    .as("%s", row)
                    .isNotBlank()
                    .matches(name -> !HAN.matcher(name).matches());
            assertThat(row.getField("name_zh"))
                    .as("%s", row)
                    .matches(HAN)
                    .matches(name -> name.chars().noneMatch(DemoTablesTests::latin));
            assertThat(row.getField("name_ug"))
                    .as("%s", row)
                    .matches(ARABIC_ONLY)
                    .matches(name -> !HAN.matcher(name).matches());
        }
    }

    @Test
    void storageTextsStandInThreeLanguages() {
        for (NamedCsvRecord row : DemoTable.read("storages").rows()) {
            assertThat(row.getField("text_en")).isNotBlank();
            assertThat(row.getField("text_zh")).matches(HAN);
            assertThat(row.getField("text_ug")).matches(ARABIC_ONLY);
        }
    }

    @Test
    void regionsMakeOneTreeWithCodesThatFitTheirParents() {
        Map<String, NamedCsvRecord> byKey = regions.byKey();
        for (NamedCsvRecord region : regions.rows()) {
            NamedCsvRecord root = region;
            for (int steps = 0; !root.getField("parent").isEmpty(); steps++) {
                assertThat(steps).as("%s", region).isLessThan(8);
                root = byKey.get(root.getField("parent"));
            }
            assertThat(root.getField("key")).isEqualTo("cn");
            String code = region.getField("code");
            String parent = region.getField("parent").isEmpty()
                    ? ""
                    : byKey.get(region.getField("parent")).getField("code");
            if (!code.isEmpty() && !parent.isEmpty()) {
                assertThat(code).matches("\\d{6}").startsWith(parent.replaceFirst("(00)+$", ""));
            }
        }
    }

    @Test
    void coordinatesLieInTheCountry() {
        for (NamedCsvRecord row :
                Stream.concat(regions.rows().stream(), sites.rows().stream()).toList()) {
            assertThat(Double.parseDouble(row.getField("lat"))).as("%s", row).isBetween(18.0, 54.0);
            assertThat(Double.parseDouble(row.getField("lng"))).as("%s", row).isBetween(73.0, 135.0);
        }
    }

    @Test
    void theThingsSoldCarryDemonstrationNumbersWithRightCheckDigits() {
        List<String> numbers = Stream.concat(
                        DemoTable.read("packs").column("gtin").stream(), sites.column("gln").stream())
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(number).matches("952\\d{10}");
            int sum = 0;
            for (int i = 0; i < 13; i++) {
                sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            assertThat(sum % 10).as(number).isZero();
        });
    }

    @Test
    void everyForecastLiesInItsSeasonAndAddsUpToThePlotsYield() {
        Map<String, NamedCsvRecord> variety = varieties.byKey();
        Map<String, NamedCsvRecord> plot = plots.byKey();
        for (NamedCsvRecord forecast : forecasts.rows()) {
            NamedCsvRecord season =
                    variety.get(plot.get(forecast.getField("plot")).getField("variety"));
            assertThat(Integer.parseInt(forecast.getField("season_week")))
                    .as("%s", forecast)
                    .isBetween(
                            Integer.parseInt(season.getField("season_first_week")),
                            Integer.parseInt(season.getField("season_last_week")));
        }
        Map<String, Long> forecast = forecasts.sumBy("plot", "mass_kg");
        assertThat(forecast).hasSize(plots.rows().size());
        plots.rows()
                .forEach(row -> assertThat(forecast.get(row.getField("key")))
                        .isEqualTo(Long.parseLong(row.getField("expected_yield_kg"))));
        assertThat(forecasts.rows()).hasSizeBetween(600, 1600);
    }

    @Test
    void gradesVarietiesAndHoldersFitEachOther() {
        Set<String> holders = new HashSet<>(DemoTable.read("people").keys());
        holders.addAll(DemoTable.read("organisations").keys());
        Map<String, NamedCsvRecord> variety = varieties.byKey();
        Map<String, NamedCsvRecord> grade = DemoTable.read("grades").byKey();
        for (NamedCsvRecord plot : plots.rows()) {
            assertThat(holders).contains(plot.getField("holder"));
            assertThat(grade.get(plot.getField("grade")).getField("product"))
                    .isEqualTo(variety.get(plot.getField("variety")).getField("product"));
        }
        for (NamedCsvRecord demand : demands.rows()) {
            assertThat(grade.get(demand.getField("min_grade")).getField("product"))
                    .isEqualTo(demand.getField("product"));
            assertThat(Integer.parseInt(demand.getField("first_week")))
                    .isLessThanOrEqualTo(Integer.parseInt(demand.getField("last_week")));
        }
    }

    @Test
    void theSitesOfADemandAddUpToIt() {
        Map<String, Long> shipped = DemoTable.read("demand_sites").sumBy("demand", "mass_kg");

        assertThat(shipped).isEqualTo(demands.sumBy("key", "mass_kg"));
        assertThat(DemoTable.read("demand_sites").column("mass_kg")).allMatch(kg -> Long.parseLong(kg) > 0);
    }

    @Test
    void figure1NanhusMelonLandAndCropAndWhatHenanBuysOfIt() {
        DemoTable nanhu = plots.where(plot -> plot.getField("key").startsWith("nanhu-"));

        assertThat(nanhu.sum("capacity")).isEqualTo(14_500);
        assertThat(nanhu.rows()).hasSize(290);
        assertThat(Set.copyOf(nanhu.column("holder"))).hasSize(120);
        assertThat(forecasts
                        .where(row -> nanhu.keys().contains(row.getField("plot")))
                        .sum("mass_kg"))
                .isEqualTo(30_000 * TONNE);
        assertThat(ofFigure(1, any -> true).sum("mass_kg")).isBetween(3_900 * TONNE, 4_000 * TONNE);
    }

    @Test
    void figure2The13thDivisionsGrapesAndLateMelons() {
        assertThat(ofFigure(2, row -> row.getField("product").equals("table-grape"))
                        .sum("mass_kg"))
                .isEqualTo(4_793 * TONNE);
        assertThat(ofFigure(2, row -> row.getField("variety").equals("melon-late-organic"))
                        .sum("mass_kg"))
                .isGreaterThan(20_000 * TONNE);
    }

    @Test
    void figure3WhatHamiSellsToHenan() {
        assertThat(ofFigure(3, any -> true).sum("mass_kg")).isEqualTo(53_455 * TONNE);
        assertThat(figure(3)).containsAll(figure(1)).containsAll(figure(2));
    }

    @Test
    void figure7AksuAndThe1stDivisionToZhejiang() {
        assertThat(ofFigure(7, any -> true).sum("mass_kg")).isEqualTo(350_000 * TONNE);
        assertThat(worthYuan(7)).isBetween(4_950_000_000L, 5_050_000_000L);
        DemoTable stores = sites.where(row -> row.getField("owner").equals("buyer-zhejiang-fruit"));
        assertThat(stores.rows()).hasSizeGreaterThan(100);
        assertThat(Set.copyOf(stores.column("region"))).hasSize(10);
    }

    @Test
    void figure8KashgarToShenzhen() {
        assertThat(ofFigure(8, any -> true).sum("mass_kg")).isEqualTo(11_600 * TONNE);
        assertThat(worthYuan(8)).isEqualTo(230_000_000L);
        assertThat(sites.where(row -> row.getField("region").equals("shenzhen")).column("kind"))
                .contains("filling_station", "service_area", "supermarket");
    }

    @Test
    void figures9And10TheShandongAlliance() {
        DemoTable own = sites.where(row -> row.getField("owner").equals("alliance-shandong"));
        Set<String> warehouses =
                own.where(row -> row.getField("kind").equals("warehouse")).keys();
        DemoTable stores = own.where(row -> row.getField("kind").endsWith("_store"));

        assertThat(warehouses).hasSize(5);
        assertThat(DemoTable.read("warehouses")
                        .where(row -> warehouses.contains(row.getField("site")))
                        .sum("area_m2"))
                .isGreaterThan(11_000);
        assertThat(stores.where(row -> row.getField("kind").equals("specialty_store"))
                        .rows())
                .hasSize(18);
        assertThat(stores.where(row -> row.getField("kind").equals("franchised_store"))
                        .rows())
                .hasSize(180);
        assertThat(Set.copyOf(stores.column("region"))).hasSize(16);
        assertThat(DemoTable.read("alliance_members").rows()).hasSizeGreaterThan(100);
        assertThat(DemoTable.read("demand_sites")
                        .where(row -> figure(9).contains(row.getField("demand")))
                        .column("site"))
                .isNotEmpty()
                .allMatch(warehouses::contains);
    }

    @Test
    void peopleAreNamesAndNothingElse() {
        assertThat(DemoTable.read("people").rows().getFirst().getHeader()).containsExactly("key", "name");
        assertThat(DemoTable.read("sign_ins").column("role"))
                .contains("grower", "manager", "planner", "buyer", "coordinator", "administrator");
    }

    private static Set<String> figure(int number) {
        return Set.copyOf(DemoTable.read("demand_figures")
                .where(row -> row.getField("figure").equals(Integer.toString(number)))
                .column("demand"));
    }

    private DemoTable ofFigure(int number, Predicate<NamedCsvRecord> test) {
        Set<String> keys = figure(number);
        return demands.where(row -> keys.contains(row.getField("key"))).where(test);
    }

    private long worthYuan(int number) {
        return ofFigure(number, any -> true).rows().stream()
                        .collect(Collectors.summingLong(row -> Long.parseLong(row.getField("mass_kg"))
                                * Long.parseLong(row.getField("highest_price_fen_per_kg"))))
                / 100;
    }

    private static boolean latin(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
