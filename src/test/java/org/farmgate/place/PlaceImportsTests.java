package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportKind.Row;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest(extraIncludes = "platform")
class PlaceImportsTests {
    private final SiteImport siteImport;
    private final RoadImport roadImport;
    private final Sites sites;
    private final Distances distances;
    private final Regions regions;
    private Ground ground;
    private Actor chain;

    @Autowired
    PlaceImportsTests(SiteImport siteImport, RoadImport roadImport, Sites sites, Distances distances, Regions regions) {
        this.siteImport = siteImport;
        this.roadImport = roadImport;
        this.sites = sites;
        this.distances = distances;
        this.regions = regions;
    }

    @BeforeEach
    void aFreshPieceOfGround() {
        ground = new Ground(regions);
        chain = Keepers.of(PartyId.next(), Right.MANAGE_OWN_SITES);
    }

    @Test
    void aChainsStoresComeInOneFileAndTheSameFileTwiceChangesNothing() {
        List<Row<SiteImport.Line>> rows = rows(
                siteImport,
                IntStream.range(0, 120)
                        .mapToObj(i -> store("Store " + i, "34.7"))
                        .toList());
        assertThat(faults(siteImport, chain, rows)).isEmpty();
        assertThat(siteImport.apply(chain, rows)).isEqualTo(new ImportResult(120, 0, 0));
        assertThat(siteImport.apply(chain, rows)).isEqualTo(new ImportResult(0, 0, 120));
        assertThat(sites.ofOperator(chain.organisation(), Paging.first()).total())
                .isEqualTo(120);
        var moved = rows(siteImport, List.of(store("Store 7", "34.9"), store("Store 8", "34.7")));
        assertThat(siteImport.apply(chain, moved)).isEqualTo(new ImportResult(0, 1, 1));
        assertThat(sites.ofOperator(chain.organisation(), new Paging(0, 5, "store 7"))
                        .rows())
                .anySatisfy(site -> assertThat(site.at().latitude()).isEqualTo(34.9));
    }

    @Test
    void everyBadRowIsNamedByLineAndColumn() {
        Map<String, String> unknown = store("A", "34.7");
        unknown.put("region", "nowhere");
        Map<String, String> foreign = store("B", "34.7");
        foreign.put("operator", "XX-1");
        var rows = rows(siteImport, List.of(unknown, foreign, store("C", "34.7"), store("C", "34.8")));
        assertThat(faults(siteImport, chain, rows))
                .extracting(Fault::line, Fault::column)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2L, "region"),
                        org.assertj.core.groups.Tuple.tuple(3L, "operator"),
                        org.assertj.core.groups.Tuple.tuple(5L, "name"));
        Fields bad = new Fields(Map.of(
                "kind", "CASTLE", "name", "x", "region", "r", "latitude", "91", "longitude", "east", "gln", "123"));
        siteImport.read(bad);
        assertThat(bad.errors())
                .extracting(error -> error.field())
                .containsExactlyInAnyOrder("kind", "gln", "latitude", "longitude");
    }

    @Test
    void anothersSiteIsNotTakenByItsGln() {
        Map<String, String> first = store("Mine", "34.7");
        String twelve = "690" + String.format(java.util.Locale.ROOT, "%09d", System.nanoTime() % 1_000_000_000L);
        first.put("gln", twelve + Gs1.checkDigit(twelve));
        siteImport.apply(chain, rows(siteImport, List.of(first)));
        Actor rival = Keepers.of(PartyId.next(), Right.MANAGE_OWN_SITES);
        assertThat(faults(siteImport, rival, rows(siteImport, List.of(first))))
                .extracting(Fault::column)
                .containsExactly("gln");
    }

    @Test
    void roadsComeInAFileOncePerPair() {
        var rows = rows(
                roadImport,
                List.of(road(ground.yizhou, ground.zhengzhou, "2387"), road(ground.barkol, ground.zhengzhou, "2500")));
        assertThat(faults(roadImport, ground.keeper, rows)).isEmpty();
        assertThat(roadImport.apply(ground.keeper, rows)).isEqualTo(new ImportResult(2, 0, 0));
        assertThat(roadImport.apply(ground.keeper, rows)).isEqualTo(new ImportResult(0, 0, 2));
        assertThat(distances.between(ground.zhengzhou.id(), ground.yizhou.id()))
                .isEqualTo(new Distance(2_387_000, false));
        var changed = rows(roadImport, List.of(road(ground.zhengzhou, ground.yizhou, "2390")));
        assertThat(roadImport.apply(ground.keeper, changed)).isEqualTo(new ImportResult(0, 1, 0));
        var bad = rows(
                roadImport,
                List.of(
                        road(ground.yizhou, ground.zhengzhou, "3"),
                        road(ground.zhengzhou, ground.yizhou, "2400"),
                        road(ground.hami, ground.hami, "5")));
        assertThat(faults(roadImport, ground.keeper, bad))
                .extracting(Fault::line, Fault::column)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2L, "kilometres"),
                        org.assertj.core.groups.Tuple.tuple(3L, "to"),
                        org.assertj.core.groups.Tuple.tuple(4L, "kilometres"));
    }

    private Map<String, String> store(String name, String latitude) {
        return new HashMap<>(Map.of(
                "kind",
                "STORE",
                "name",
                name,
                "region",
                ground.zhengzhou.code(),
                "latitude",
                latitude,
                "longitude",
                "113.6"));
    }

    private static Map<String, String> road(Region from, Region to, String kilometres) {
        return Map.of("from", from.code(), "to", to.code(), "kilometres", kilometres, "source", "atlas");
    }

    private static <R> List<Row<R>> rows(ImportKind<R> kind, List<Map<String, String>> texts) {
        List<Row<R>> rows = new ArrayList<>();
        for (Map<String, String> text : texts) {
            Fields fields = new Fields(text);
            rows.add(new Row<>(rows.size() + 2, kind.read(fields)));
            fields.check();
        }
        return rows;
    }

    private static <R> List<Fault> faults(ImportKind<R> kind, Actor actor, List<Row<R>> rows) {
        Faults faults = new Faults();
        kind.check(actor, rows, faults);
        return faults.kept();
    }
}
