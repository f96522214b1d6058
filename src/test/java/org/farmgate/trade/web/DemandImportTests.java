package org.farmgate.trade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.party.MemberRole;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.Paging;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.Demands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A buyer's demands come by file: whole or not at all, with every fault named.
@WholeAppTest
class DemandImportTests {
    private static final String HEADINGS = "reference,product,grade,first_week,last_week,highest_price,site,mass\n";

    @Autowired
    Cast cast;

    @Autowired
    Imports imports;

    @Autowired
    Demands demands;

    @Autowired
    JdbcClient jdbc;

    private final String tag = "T" + ThreadLocalRandom.current().nextInt(100_000_000);
    private final String product = tag.toLowerCase(java.util.Locale.ROOT);
    private final List<String> stores = new ArrayList<>();
    private String weeks;
    private Actor buyer;

    /// A chain of its own: other tests count the stores of the one they share.
    @BeforeEach
    void aChainWithThreeStores(@Autowired Products products, @Autowired Sites sites, @Autowired Clock clock) {
        buyer = cast.works(PartyKind.BUYER, "Chain " + tag, cast.province(), "Zhou Hua", product, MemberRole.MANAGER);
        products.register(
                cast.admin(),
                new Product(
                        ProductId.next(),
                        product,
                        new Multilingual("Dates", "红枣", "چىلان"),
                        "dates",
                        Storage.AMBIENT,
                        200,
                        false));
        for (int i = 0; i < 3; i++) {
            Gln gln = gln(ThreadLocalRandom.current().nextLong(1_000_000_000L));
            stores.add(gln.digits());
            sites.register(
                    buyer,
                    new Site(
                            SiteId.next(),
                            SiteKind.STORE,
                            "Store " + i,
                            Optional.of(gln),
                            cast.county(),
                            new Coordinates(38.9, 77.6),
                            buyer.organisation(),
                            "",
                            false));
        }
        IsoWeek first = IsoWeek.of(LocalDate.now(clock)).plusWeeks(20);
        weeks = first + "," + first.plusWeeks(5);
    }

    private static Gln gln(long number) {
        String twelve = "690%09d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 12; i++) sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return new Gln(twelve + (10 - sum % 10) % 10);
    }

    private String row(String reference, int store, String mass) {
        return "%s,%s,2,%s,4.20,%s,%s%n".formatted(reference, product, weeks, stores.get(store), mass);
    }

    private ImportedFile taken(String rows) {
        ImportedFile started = imports.start(
                        buyer,
                        "demands",
                        "demands.csv",
                        new ByteArrayInputStream((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)))
                .file();
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.get(buyer, started.id()), now -> now.state() != ImportState.WAITING);
    }

    private List<String> faults(ImportedFile file) {
        return imports.faults(buyer, file.id(), Paging.first()).rows().stream()
                .map(fault -> fault.line() + " " + fault.column() + " " + fault.messageKey())
                .toList();
    }

    private long count() {
        return jdbc.sql("select count(*) from trade.demand").query(Long.class).single();
    }

    @Test
    void rowsOfOneReferenceAreOneDemandAndTheSameFileTwiceIsOne() {
        String rows = row(tag + "-1", 0, "1500") + row(tag + "-2", 1, "800") + row(tag + "-1", 2, "500");
        assertThat(taken(rows).result()).isEqualTo(new ImportResult(3, 0, 0));
        Optional<DemandId> id = Optional.ofNullable(
                demands.byReferences(buyer.organisation(), List.of(tag + "-1")).get(tag + "-1"));
        Demand demand = demands.get(buyer, id.orElseThrow());
        assertThat(demand.wanted()).isEqualTo(Mass.tonnes(2));
        assertThat(demand.shipTo()).hasSize(2);
        long before = count();
        imports.start(
                buyer,
                "demands",
                "again.csv",
                new ByteArrayInputStream((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)));
        assertThat(taken(rows + "\n").result())
                .as("known references change nothing")
                .isEqualTo(new ImportResult(0, 0, 3));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void everyBadRowIsNamedByLineColumnAndReasonAndNothingIsStored() {
        long before = count();
        String good = row(tag + "-9", 0, "1500");
        ImportedFile unreadable = taken(good
                + good.replace(",2,", ",x,")
                + good.replace("4.20", "0")
                + good.replace(stores.get(0), "6900000000010")
                + good.replace("1500", "-1")
                + good.replace(weeks, "2027-W54,2027-W10"));
        assertThat(unreadable.state()).isEqualTo(ImportState.REFUSED);
        assertThat(faults(unreadable))
                .extracting(fault -> fault.substring(0, fault.lastIndexOf(' ')))
                .containsExactly("3 grade", "4 highest_price", "5 site", "6 mass", "7 first_week");
        ImportedFile wrong = taken(good
                + good.replace(product, "no-such-fruit").replace("-9", "-8")
                + row(tag + "-7", 0, "5")
                        .replace(stores.get(0), gln(999_999_999L).digits())
                + good
                + good.replace(stores.get(0), stores.get(1)).replace("4.20", "5")
                + row(tag + "-6", 1, "5").replace(weeks, "2024-W10,2024-W12"));
        assertThat(wrong.state()).isEqualTo(ImportState.REFUSED);
        assertThat(faults(wrong))
                .containsExactlyInAnyOrder(
                        "3 product input.no-such-choice",
                        "4 site rule.DEMAND_PLACE_NOT_THE_BUYERS",
                        "5 site rule.DEMAND_PLACE_TWICE",
                        "6 reference input.demand-differs",
                        "7 last_week rule.DEMAND_WINDOW_PAST");
        assertThat(count()).isEqualTo(before);
    }
}
