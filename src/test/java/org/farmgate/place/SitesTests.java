package org.farmgate.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Quickest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest(extraIncludes = "platform")
class SitesTests {
    private final Sites sites;
    private final Regions regions;
    private final JdbcClient jdbc;
    private Ground ground;
    private final PartyId company = PartyId.next();
    private final Actor clerk = Keepers.of(company, Right.MANAGE_OWN_SITES);

    @Autowired
    SitesTests(Sites sites, Regions regions, JdbcClient jdbc) {
        this.sites = sites;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aFreshPieceOfGround() {
        ground = new Ground(regions);
    }

    @Test
    void aSiteIsReadAsItWasRegisteredAndTwiceIsOne() {
        Site store = site(SiteKind.STORE, "Jinshui Road store", company, Optional.of(freshGln()));
        sites.register(clerk, store);
        sites.register(clerk, store);
        assertThat(sites.get(store.id())).isEqualTo(store);
        assertThat(sites.byGln(store.gln().orElseThrow())).contains(store);
        assertThat(sites.byGln(List.of(store.gln().orElseThrow(), freshGln()))).hasSize(1);
        var renamed = site(store.id(), SiteKind.STORE, "Other", company, store.gln());
        refuses(PlaceRule.PLACE_ID_USED, () -> sites.register(clerk, renamed));
    }

    @Test
    void aGlnNamesOneSite() {
        Gln gln = freshGln();
        sites.register(clerk, site(SiteKind.STORE, "One", company, Optional.of(gln)));
        refuses(
                PlaceRule.SITE_GLN_TAKEN,
                () -> sites.register(clerk, site(SiteKind.STORE, "Two", company, Optional.of(gln))));
        Site third = site(SiteKind.STORE, "Three", company, Optional.empty());
        sites.register(clerk, third);
        refuses(
                PlaceRule.SITE_GLN_TAKEN,
                () -> sites.amend(clerk, site(third.id(), SiteKind.STORE, "Three", company, Optional.of(gln))));
        sites.register(clerk, site(SiteKind.STORE, "Four has none either", company, Optional.empty()));
    }

    @Test
    void onesOwnSitesOnlyUnlessOneKeepsPlaces() {
        PartyId other = PartyId.next();
        Site theirs = site(SiteKind.STORE, "Theirs", other, Optional.empty());
        assertThatThrownBy(() -> sites.register(clerk, theirs)).isInstanceOf(Denied.class);
        sites.register(ground.keeper, theirs);
        assertThatThrownBy(() -> sites.see(clerk, theirs.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sites.close(clerk, theirs.id())).isInstanceOf(NotFound.class);
        Site market = site(SiteKind.MARKET, "Wanbang market", other, Optional.empty());
        sites.register(ground.keeper, market);
        assertThat(sites.see(clerk, market.id())).isEqualTo(market);
        assertThatThrownBy(() -> sites.close(clerk, market.id())).isInstanceOf(Denied.class);
        Site mine = site(SiteKind.STORE, "Mine", company, Optional.empty());
        sites.register(clerk, mine);
        assertThatThrownBy(() -> sites.amend(clerk, site(mine.id(), SiteKind.STORE, "Mine", other, Optional.empty())))
                .as("nobody foists a site on another")
                .isInstanceOf(Denied.class);
        assertThat(sites.search(clerk, new Paging(0, 200, ""), Optional.empty()).rows())
                .contains(mine, market)
                .doesNotContain(theirs);
        assertThat(sites.search(ground.keeper, new Paging(0, 200, "theirs"), Optional.of(SiteKind.STORE))
                        .rows())
                .contains(theirs);
    }

    @Test
    void aClosedSiteIsKeptButNoLongerOffered() {
        Site store = site(SiteKind.SHIP_TO, "Back door", company, Optional.empty());
        sites.register(clerk, store);
        sites.close(clerk, store.id());
        assertThat(sites.get(store.id()).closed()).isTrue();
        assertThat(sites.ofOperator(company, Paging.first()).rows())
                .extracting(Site::id)
                .doesNotContain(store.id());
        sites.reopen(clerk, store.id());
        assertThat(sites.ofOperator(company, Paging.first()).rows()).contains(store);
    }

    @Test
    void whatCannotBeIsRefusedAndNothingStays() {
        assertThatThrownBy(() -> site(SiteKind.STORE, "  ", company, Optional.empty()))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> site(SiteKind.STORE, "x".repeat(121), company, Optional.empty()))
                .isInstanceOf(InputBroken.class);
        Site good = site(SiteKind.STORE, "Good", company, Optional.empty());
        Site lost = new Site(
                SiteId.next(),
                SiteKind.STORE,
                "Lost",
                Optional.empty(),
                RegionId.next(),
                new Coordinates(1, 1),
                company,
                "",
                false);
        assertThatThrownBy(() -> sites.registerAll(clerk, List.of(good, lost))).isInstanceOf(NotFound.class);
        assertThat(sites.byIds(List.of(good.id()))).isEmpty();
    }

    /// 100,000 sites: the plans must use the indexes, whatever the machine's speed.
    @Test
    void listsOfAHundredThousandAreReadByIndex() {
        fill(100_000);
        assertThat(plan("select * from place.site where search_text like '%tore 9991%' order by name, id limit 50"))
                .contains("site_by_search")
                .doesNotContain("Seq Scan");
        assertThat(plan("select * from place.site order by name, id limit 50 offset 200"))
                .contains("site_by_name");
        assertThat(plan("select * from place.site where operator_id = '%s' order by name, id limit 50"
                        .formatted(company.value())))
                .contains("site_by_operator");
        assertThat(sites.search(ground.keeper, new Paging(0, 50, "bulk store 9991"), Optional.empty())
                        .total())
                .isEqualTo(11);
        Quickest.isATenthOfASecond(
                "a search among 100,000 sites",
                () -> assertThat(sites.search(ground.keeper, new Paging(2, 50, "bulk store 77"), Optional.empty())
                                .rows())
                        .hasSize(50));
        Quickest.isATenthOfASecond(
                "the thousandth page of 100,000 sites",
                () -> assertThat(sites.search(ground.keeper, new Paging(1_000, 50, ""), Optional.empty())
                                .rows())
                        .hasSize(50));
        jdbc.sql("delete from place.site where name like 'bulk store %'").update();
    }

    private void fill(int count) {
        jdbc.sql("""
                insert into place.site (id, kind, name, region_id, latitude, longitude, operator_id, address, closed,
                                        changed_at, changed_by)
                select gen_random_uuid(), 'STORE', 'bulk store ' || n, :region, 34, 113,
                       md5((n % 500)::text)::uuid, 'street ' || n, false, now(), :region
                from generate_series(1, :count) as n
                """)
                .param("region", ground.zhengzhou.id().value())
                .param("count", count)
                .update();
        jdbc.sql("analyze place.site").update();
    }

    private String plan(String sql) {
        return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
    }

    private static Gln freshGln() {
        String twelve = "690" + String.format(java.util.Locale.ROOT, "%09d", System.nanoTime() % 1_000_000_000L);
        return new Gln(twelve + Gs1.checkDigit(twelve));
    }

    private Site site(SiteKind kind, String name, PartyId operator, Optional<Gln> gln) {
        return site(SiteId.next(), kind, name, operator, gln);
    }

    private Site site(SiteId id, SiteKind kind, String name, PartyId operator, Optional<Gln> gln) {
        return new Site(
                id,
                kind,
                name,
                gln,
                ground.zhengzhou.id(),
                new Coordinates(34.75, 113.65),
                operator,
                "Jinshui Road 1",
                false);
    }

    private static void refuses(PlaceRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
