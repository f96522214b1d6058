package org.farmgate.logistics.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportKind.Row;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Depot.class})
class StoreFilesTests {
    private static final String STORE = "9527000000881";
    private static final String WAREHOUSE = "9527000000874";

    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    SellThroughFile sold;

    @Autowired
    StoreLineFile storeLines;

    @Autowired
    StoreLines lines;

    @Autowired
    Sites sites;

    @Autowired
    Warehouses warehouses;

    @BeforeEach
    void aStoreAndAWarehouseWithNumbers() {
        site(STORE, SiteKind.STORE, cast.buyer());
        SiteId warehouse = site(WAREHOUSE, SiteKind.WAREHOUSE, cast.manager());
        warehouses.put(cast.admin(), new NearMarketWarehouse(warehouse, Mass.tonnes(5), new Price(4_000), false));
    }

    private SiteId site(String gln, SiteKind kind, Actor operator) {
        return sites.byGln(Gln.parse(gln))
                .map(Site::id)
                .orElseGet(() -> sites.register(
                                cast.admin(),
                                new Site(
                                        SiteId.next(),
                                        kind,
                                        kind + " " + gln,
                                        Optional.of(Gln.parse(gln)),
                                        cast.county(),
                                        new Coordinates(38.9, 77.6),
                                        operator.organisation(),
                                        "",
                                        false))
                        .id());
    }

    private static <R> List<Row<R>> rows(ImportKind<R> kind, List<Map<String, String>> texts) {
        List<Row<R>> rows = new ArrayList<>();
        long line = 1;
        for (Map<String, String> text : texts) {
            Fields fields = new Fields(text);
            R row = kind.read(fields);
            fields.check();
            rows.add(new Row<>(++line, row));
        }
        return rows;
    }

    private Map<String, String> day(int ago, String kilograms) {
        return new HashMap<>(Map.of(
                "store",
                STORE,
                "product",
                "depot-melon",
                "day",
                depot.today.minusDays(ago).toString(),
                "sold",
                kilograms));
    }

    @Test
    void aTillsFileComesInOnceAndWhatIsWrongIsToldByLine() {
        assertThat(depot.melon).isNotNull();
        List<Row<SellThroughFile.Line>> rows = rows(sold, List.of(day(11, "12.5"), day(12, "0")));
        assertThat(faults(sold, cast.buyer(), rows)).isEmpty();
        assertThat(sold.apply(cast.buyer(), rows)).isEqualTo(new ImportResult(2, 0, 0));
        assertThat(sold.apply(cast.buyer(), rows)).isEqualTo(new ImportResult(0, 0, 2));
        Map<String, String> other = day(11, "1");
        other.put("product", "nothing");
        List<Row<SellThroughFile.Line>> wrong =
                rows(sold, List.of(day(11, "1"), day(11, "2"), day(-1, "3"), day(500, "4"), other));
        assertThat(faults(sold, cast.buyer(), wrong)).extracting(Fault::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(faults(sold, cast.otherManager(), rows)).hasSize(2);
        SiteId store = sites.byGln(Gln.parse(STORE)).orElseThrow().id();
        SiteId warehouse = sites.byGln(Gln.parse(WAREHOUSE)).orElseThrow().id();
        lines.put(cast.buyer(), depot.line(store, cast.otherManager(), warehouse, 1, 3));
        assertThat(faults(sold, cast.otherManager(), rows)).isEmpty();
        Map<String, String> others = day(11, "1");
        others.put("product", "depot-yoghurt");
        assertThat(faults(sold, cast.otherManager(), rows(sold, List.of(others))))
                .extracting(Fault::column)
                .containsExactly("product");
    }

    @Test
    void whatStoresAreToHaveComesInOneFileAndTheSameTwiceChangesNothing() {
        assertThat(depot.melon).isNotNull();
        Map<String, String> line = new HashMap<>(Map.of(
                "store", STORE, "product", "depot-melon", "warehouse", WAREHOUSE, "packKg", "10", "leastPacks", "2"));
        line.putAll(Map.of("coverDays", "3", "transitDays", "1", "freshDays", "4"));
        List<Row<StoreLineFile.Line>> rows = rows(storeLines, List.of(line));
        assertThat(faults(storeLines, cast.buyer(), rows)).isEmpty();
        assertThat(storeLines.apply(cast.buyer(), rows)).isEqualTo(new ImportResult(1, 0, 0));
        assertThat(storeLines.apply(cast.buyer(), rows)).isEqualTo(new ImportResult(0, 0, 1));
        line.put("coverDays", "5");
        assertThat(storeLines.apply(cast.buyer(), rows(storeLines, List.of(line))))
                .isEqualTo(new ImportResult(0, 1, 0));
        assertThat(lines.search(cast.buyer(), Paging.first()).rows())
                .anyMatch(one -> one.coverDays() == 5 && one.pack().equals(Mass.kilograms(10)));
        assertThat(faults(storeLines, cast.manager(), rows))
                .extracting(Fault::column)
                .containsExactly("store");
    }

    private static <R> List<Fault> faults(ImportKind<R> kind, Actor actor, List<Row<R>> rows) {
        Faults faults = new Faults();
        kind.check(actor, rows, faults);
        return faults.kept();
    }
}
