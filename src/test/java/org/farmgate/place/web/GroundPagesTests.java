package org.farmgate.place.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Division;
import org.farmgate.place.DivisionId;
import org.farmgate.place.Divisions;
import org.farmgate.place.Ground;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Grade;
import org.farmgate.product.Pack;
import org.farmgate.product.PackId;
import org.farmgate.product.Packs;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.product.Varieties;
import org.farmgate.product.Variety;
import org.farmgate.product.VarietyId;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages and the JSON of places, products and tariffs, asked as people and programs ask them.
@WholeAppTest
class GroundPagesTests {
    private static final Multilingual MARKED = new Multilingual("<b>Melon</b> & \"co\"", "<i>哈密瓜</i>", "<u>قوغۇن</u>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Cast cast;

    @Autowired
    private Regions regions;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Sites sites;

    @Autowired
    private Products products;

    @Autowired
    private Varieties varieties;

    @Autowired
    private Packs packs;

    @Autowired
    private TruckKinds truckKinds;

    @Autowired
    private Warehouses warehouses;

    @Autowired
    private Rates rates;

    private Ground ground;
    private Actor admin;
    private Site site;
    private Division division;
    private Product product;
    private Variety variety;
    private Pack pack;
    private TruckKind truck;

    @BeforeEach
    void oneOfEach() {
        admin = cast.admin();
        ground = new Ground(regions);
        site = sites.register(admin, site(SiteKind.WAREHOUSE, "<b>Cold store</b>", admin.organisation()));
        division = divisions.register(
                admin,
                new Division(
                        DivisionId.next(),
                        "D" + System.nanoTime() % 1_000_000_000,
                        MARKED,
                        java.util.Set.of(ground.yizhou.id())));
        product = products.register(
                admin,
                new Product(
                        ProductId.next(),
                        "P" + System.nanoTime(),
                        MARKED,
                        "melon",
                        Storage.AMBIENT,
                        21,
                        Optional.of(60),
                        true,
                        false));
        products.addGrade(admin, new Grade(product.id(), 1, "<A>", MARKED));
        variety = varieties.register(admin, new Variety(VarietyId.next(), product.id(), "early", MARKED, false));
        pack = packs.register(
                admin,
                new Pack(
                        PackId.next(),
                        product.id(),
                        Optional.of(variety.id()),
                        Optional.of(1),
                        MARKED,
                        Optional.empty(),
                        Mass.kilograms(20),
                        Mass.ZERO,
                        Optional.empty(),
                        false));
        truck = truckKinds.register(
                admin,
                new TruckKind(
                        TruckKindId.next(),
                        MARKED,
                        Mass.tonnes(30),
                        Money.yuan(800),
                        new Money(650),
                        true,
                        700,
                        false));
        rates.set(admin, new LegRates(new Price(6_000), new Price(45)));
        warehouses.put(admin, new NearMarketWarehouse(site.id(), Mass.tonnes(500), new Price(3_500), true));
    }

    private Site site(SiteKind kind, String name, PartyId operator) {
        return new Site(
                SiteId.next(),
                kind,
                name,
                Optional.empty(),
                ground.zhengzhou.id(),
                new Coordinates(34.75, 113.65),
                operator,
                "",
                false);
    }

    private List<String> pages() {
        return List.of(
                "/regions",
                "/regions?q=ami&kind=CITY",
                "/regions/" + ground.hami.id(),
                "/regions/new",
                "/regions/" + ground.hami.id() + "/edit",
                "/regions/choices?field=from&from=Hami",
                "/divisions",
                "/divisions/" + division.id(),
                "/divisions/new",
                "/divisions/" + division.id() + "/edit",
                "/sites",
                "/sites?kind=WAREHOUSE&q=cold",
                "/sites/" + site.id() + "?done=amended",
                "/sites/new",
                "/sites/" + site.id() + "/edit",
                "/distances",
                "/distances/new",
                "/distances?from=" + ground.yizhou.code() + "&to=" + ground.zhengzhou.id(),
                "/products",
                "/products/" + product.id() + "?done=no-such-word",
                "/products/new",
                "/products/" + product.id() + "/edit",
                "/products/" + product.id() + "/grades/new",
                "/products/" + product.id() + "/grades/1/edit",
                "/products/" + product.id() + "/varieties/new",
                "/varieties/" + variety.id() + "/edit",
                "/products/" + product.id() + "/packs/new",
                "/packs/" + pack.id() + "/edit",
                "/tariffs",
                "/tariffs/changes",
                "/truck-kinds/new",
                "/truck-kinds/" + truck.id() + "/edit",
                "/warehouses/new",
                "/warehouses/" + site.id() + "/edit",
                "/rates/edit",
                "/trip-cost",
                "/trip-cost?from=" + ground.yizhou.code() + "&to=" + ground.zhengzhou.code() + "&kind=" + truck.id());
    }

    @Test
    void everyPageIsThereInEveryLanguageAndWritesMarkupAsText() {
        for (String page : pages())
            for (String language : List.of("en", "zh-CN", "ug")) {
                MvcTestResult shown = get(page, admin, language);
                assertThat(shown).as("%s in %s", page, language).hasStatusOk();
                assertThat(shown)
                        .as("%s in %s", page, language)
                        .bodyText()
                        .doesNotContain("<b>Melon", "<i>哈密瓜", "<u>قوغۇن", "<b>Cold", "<A>");
            }
    }

    @Test
    void whoMayNotChangeIsRefusedAndShownNoButtons() {
        Actor buyer = cast.buyer();
        for (String page : List.of(
                "/regions/new", "/divisions/new", "/distances/new", "/products/new", "/truck-kinds/new", "/rates/edit"))
            assertThat(get(page, buyer, "en")).as(page).hasStatus(403);
        assertThat(get("/products", buyer, "en")).hasStatusOk().bodyText().doesNotContain("/products/new");
        assertThat(get("/sites/new", buyer, "en")).hasStatusOk();
        assertThat(mvc.get().uri("/products").accept(MediaType.TEXT_HTML)).hasStatus(302);
        assertThat(get("/sites/" + hidden().id(), buyer, "en")).hasStatus(404);
    }

    private Site hidden() {
        return sites.register(admin, site(SiteKind.STORE, "Somebody's store", PartyId.next()));
    }

    @Test
    void aSiteIsAddedByItsOrganisationChangedAndClosed() {
        Actor buyer = cast.buyer();
        String id = Id.next().toString();
        Map<String, String> form = Map.of(
                "id",
                id,
                "kind",
                "STORE",
                "name",
                "Шоп 商店 دۇكان",
                "region",
                ground.zhengzhou.code() + " · Zhengzhou",
                "latitude",
                "34.78",
                "longitude",
                "113.68",
                "gln",
                "");
        assertThat(post("/sites", buyer, form)).hasRedirectedUrl("/sites/" + id + "?done=registered");
        assertThat(post("/sites", buyer, form)).as("sent twice").hasRedirectedUrl("/sites/" + id + "?done=registered");
        assertThat(sites.get(SiteId.of(id)).operator()).isEqualTo(buyer.organisation());
        assertThat(post("/sites/" + id + "/closure", buyer, Map.of())).hasStatus3xxRedirection();
        assertThat(sites.get(SiteId.of(id)).closed()).isTrue();
        assertThat(post("/sites/" + site.id() + "/closure", buyer, Map.of())).hasStatus(403);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedIsKept() {
        MvcTestResult refused = post(
                "/sites",
                admin,
                Map.of(
                        "kind",
                        "CASTLE",
                        "name",
                        "\"><script>alert(1)</script>",
                        "region",
                        "Nowhere",
                        "latitude",
                        "91",
                        "longitude",
                        "abc",
                        "gln",
                        "6901234567893"));
        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyText()
                .contains(
                        "href=\"#kind\"",
                        "href=\"#region\"",
                        "href=\"#latitude\"",
                        "href=\"#longitude\"",
                        "href=\"#gln\"")
                .contains("&#34;>", "check digit")
                .doesNotContain("\"><script>");
        assertThat(post("/products", admin, Map.of("code", "x", "shelfLifeDays", "-3")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#shelfLifeDays\"", "href=\"#nameUg\"");
        assertThat(post(
                        "/truck-kinds",
                        admin,
                        Map.of(
                                "id",
                                Id.next().toString(),
                                "nameEn",
                                "a",
                                "nameZh",
                                "车",
                                "nameUg",
                                "ب",
                                "capacity",
                                "30",
                                "capacityUnit",
                                "bushel",
                                "perTrip",
                                "-1",
                                "perKilometre",
                                "1.234",
                                "kilometresPerDay",
                                "99999999999999999999")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#capacity\"", "href=\"#perKilometre\"", "href=\"#kilometresPerDay\"");
        assertThat(post(
                        "/distances",
                        admin,
                        Map.of(
                                "from",
                                ground.yizhou.code(),
                                "to",
                                ground.zhengzhou.code(),
                                "kilometres",
                                "3",
                                "source",
                                "typed")))
                .hasStatus(422)
                .bodyText()
                .contains("Are kilometres and metres mixed up?");
        assertThat(post(
                        "/products/" + product.id() + "/grades",
                        admin,
                        Map.of("rank", "1", "code", "B", "nameEn", "B", "nameZh", "乙", "nameUg", "ب")))
                .hasStatus(409)
                .bodyText()
                .contains("already has a grade");
    }

    @Test
    void formsOfEveryKindStoreWhatWasTyped() {
        Map<String, String> named = new java.util.HashMap<>(Map.of("nameEn", "New", "nameZh", "新", "nameUg", "يېڭى"));
        String code = "n" + System.nanoTime();
        assertThat(post(
                        "/products",
                        admin,
                        with(
                                named,
                                "id",
                                Id.next().toString(),
                                "code",
                                code,
                                "family",
                                "nut",
                                "storage",
                                "COLD",
                                "shelfLifeDays",
                                "90",
                                "needsColdTransport",
                                "on")))
                .hasStatus3xxRedirection();
        Product made =
                java.util.Objects.requireNonNull(products.byCode(List.of(code)).get(code));
        assertThat(made.needsColdTransport()).isTrue();
        assertThat(post(
                        "/products/" + made.id(),
                        admin,
                        with(named, "code", code, "family", "nut", "storage", "AMBIENT", "shelfLifeDays", "٩١")))
                .hasStatus3xxRedirection();
        assertThat(products.get(made.id()).shelfLifeDays()).isEqualTo(91);
        assertThat(products.get(made.id()).needsColdTransport()).isFalse();
        assertThat(post(
                        "/products/" + made.id() + "/packs",
                        admin,
                        with(
                                named,
                                "id",
                                Id.next().toString(),
                                "net",
                                "10",
                                "netUnit",
                                "jin",
                                "packaging",
                                "200",
                                "packagingUnit",
                                "g")))
                .hasStatus3xxRedirection();
        assertThat(packs.of(made.id()))
                .singleElement()
                .satisfies(box -> assertThat(box.gross()).isEqualTo(new Mass(5_200)));
        assertThat(post(
                        "/truck-kinds/" + truck.id(),
                        admin,
                        with(
                                named,
                                "capacity",
                                "28.5",
                                "capacityUnit",
                                "t",
                                "perTrip",
                                "900",
                                "perKilometre",
                                "6.5",
                                "kilometresPerDay",
                                "650")))
                .hasRedirectedUrl("/tariffs?done=saved");
        assertThat(truckKinds.get(truck.id()).capacity()).isEqualTo(Mass.kilograms(28_500));
        assertThat(post("/rates", admin, Map.of("lastLegPerTonne", "75.5", "onwardPerTonneKilometre", "0.5")))
                .hasStatus3xxRedirection();
        assertThat(rates.current()).contains(new LegRates(new Price(7_550), new Price(50)));
        assertThat(post(
                        "/warehouses",
                        admin,
                        Map.of(
                                "site",
                                site.id().toString(),
                                "capacity",
                                "600",
                                "capacityUnit",
                                "t",
                                "perTonneWeek",
                                "40")))
                .hasStatus3xxRedirection();
        assertThat(warehouses.get(site.id()))
                .isEqualTo(new NearMarketWarehouse(site.id(), Mass.tonnes(600), new Price(4_000), false));
        assertThat(post(
                        "/regions",
                        admin,
                        with(named, "kind", "TOWNSHIP", "code", code, "parent", ground.yizhou.code())))
                .hasStatus3xxRedirection();
        assertThat(post(
                        "/divisions/" + division.id(),
                        admin,
                        with(
                                named,
                                "code",
                                division.code(),
                                "regions",
                                ground.barkol.code() + "\n" + ground.yizhou.code())))
                .hasStatus3xxRedirection();
        assertThat(divisions.get(division.id()).regions()).hasSize(2);
    }

    @Test
    void theApiTellsAndTakesTheSame() {
        String bearer = cast.bearer(
                admin,
                org.farmgate.platform.Right.MANAGE_PLACES,
                org.farmgate.platform.Right.MANAGE_PRODUCTS,
                org.farmgate.platform.Right.SET_TARIFFS);
        for (String list : List.of(
                "regions",
                "divisions",
                "sites",
                "distances",
                "products",
                "varieties",
                "packs",
                "truck-kinds",
                "warehouses",
                "rates",
                "tariffs/current",
                "grades?product=" + product.id(),
                "regions/" + ground.hami.id() + "/children",
                "distances/between?from=" + ground.yizhou.code() + "&to=" + ground.zhengzhou.code()))
            assertThat(mvc.get().uri("/api/v1/" + list).header("Authorization", bearer))
                    .as(list)
                    .hasStatusOk();
        MvcTestResult far = mvc.get()
                .uri("/api/v1/distances/between?from=" + ground.yizhou.code() + "&to=" + ground.zhengzhou.code())
                .header("Authorization", bearer)
                .exchange();
        assertThat(far)
                .bodyJson()
                .hasPathSatisfying(
                        "$.estimated", estimated -> estimated.assertThat().isEqualTo(true));
        String id = Id.next().toString();
        String body = """
                {"id":"%s","product":"%s","nameEn":"Box","nameZh":"箱","nameUg":"ساندۇق","netGrams":5000,"gtin":"40063813339%s"}
                """.formatted(id, product.id(), "31");
        assertThat(send("/api/v1/packs", bearer, body)).hasStatus(201);
        assertThat(send("/api/v1/packs", bearer, body)).as("the same twice").hasStatus(201);
        assertThat(packs.get(PackId.of(id)).net()).isEqualTo(Mass.kilograms(5));
        assertThat(send("/api/v1/packs", bearer, body.replace("5000", "6000"))).hasStatus(409);
        assertThat(send("/api/v1/packs", bearer, body.replace("5000", "-1").replace("333931", "333932")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains("netGrams", "gtin");
        assertThat(send("/api/v1/regions", bearer, "{\"kind\":\"CITY\",\"code\":\"<b>\",\"latitude\":1e9}"))
                .hasStatus(422);
        assertThat(send("/api/v1/regions", bearer, "{\"kind\":")).hasStatus(400);
        assertThat(send("/api/v1/regions", cast.bearer(cast.buyer(), org.farmgate.platform.Right.POST_DEMAND), "{}"))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/regions")).hasStatus(401);
    }

    private MvcTestResult send(String uri, String bearer, String body) {
        return mvc.post()
                .uri(uri)
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String uri, Actor actor, String language) {
        return mvc.get()
                .uri(uri)
                .accept(MediaType.TEXT_HTML)
                .header("Accept-Language", language)
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private MvcTestResult post(String uri, Actor actor, Map<String, String> form) {
        var request = mvc.post()
                .uri(uri)
                .accept(MediaType.TEXT_HTML)
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor));
        form.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> with(Map<String, String> named, String... more) {
        Map<String, String> form = new java.util.HashMap<>(named);
        for (int i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
        return form;
    }
}
