package org.farmgate.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.place.Gs1;
import org.farmgate.place.Keepers;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest(extraIncludes = {"platform", "place"})
class ProductsTests {
    private static final Multilingual NAME = new Multilingual("Hami melon", "哈密瓜", "قۇمۇل قوغۇنى");
    private final Products products;
    private final Varieties varieties;
    private final Packs packs;
    private final JdbcClient jdbc;
    private final Actor keeper = Keepers.with(Right.MANAGE_PRODUCTS);
    private Product melon;

    @Autowired
    ProductsTests(Products products, Varieties varieties, Packs packs, JdbcClient jdbc) {
        this.products = products;
        this.varieties = varieties;
        this.packs = packs;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aMelonWithTwoGrades() {
        melon = product("M" + System.nanoTime());
        products.register(keeper, melon);
        products.addGrade(keeper, new Grade(melon.id(), 1, "特级", NAME));
        products.addGrade(keeper, new Grade(melon.id(), 2, "A", NAME));
    }

    @Test
    void aProductIsReadAsItWasRegisteredAndTwiceIsOne() {
        products.register(keeper, melon);
        assertThat(products.get(melon.id())).isEqualTo(melon);
        assertThat(products.byIds(Set.of(melon.id(), ProductId.next()))).containsOnlyKeys(melon.id());
        assertThat(products.all()).contains(melon);
        refuses(ProductRule.PRODUCT_ID_USED, () -> products.register(keeper, melon.asRetired(true)));
    }

    @Test
    void codesMeanTheSameInAnyCase() {
        String shouted = melon.code().toUpperCase(java.util.Locale.ROOT);
        String whispered = melon.code().toLowerCase(java.util.Locale.ROOT);
        assertThat(products.byCode(List.of(shouted, whispered, "none"))).containsOnlyKeys(shouted, whispered);
        refuses(ProductRule.PRODUCT_CODE_TAKEN, () -> products.register(keeper, product(whispered)));
        Product grape = product("G" + System.nanoTime());
        products.register(keeper, grape);
        var renamed = new Product(
                grape.id(), whispered, grape.name(), grape.family(), grape.storage(), 5, grape.needsColdTransport());
        refuses(ProductRule.PRODUCT_CODE_TAKEN, () -> products.amend(keeper, renamed));
    }

    @Test
    void aRetiredProductIsKeptButNotOfferedNorAddedTo() {
        products.retire(keeper, melon.id());
        assertThat(products.get(melon.id()).retired()).isTrue();
        assertThat(products.all()).extracting(Product::id).doesNotContain(melon.id());
        refuses(ProductRule.PRODUCT_RETIRED, () -> products.addGrade(keeper, new Grade(melon.id(), 3, "B", NAME)));
        refuses(ProductRule.PRODUCT_RETIRED, () -> varieties.register(keeper, variety(melon, "V1")));
        refuses(ProductRule.PRODUCT_RETIRED, () -> packs.register(keeper, pack(melon, Optional.empty())));
        products.restore(keeper, melon.id());
        assertThat(products.all()).contains(melon);
    }

    @Test
    void gradesAreARankEachBestFirst() {
        assertThat(products.grades(melon.id())).extracting(Grade::rank).containsExactly(1, 2);
        products.addGrade(keeper, new Grade(melon.id(), 2, "A", NAME));
        refuses(ProductRule.GRADE_RANK_TAKEN, () -> products.addGrade(keeper, new Grade(melon.id(), 2, "B", NAME)));
        refuses(ProductRule.GRADE_CODE_TAKEN, () -> products.addGrade(keeper, new Grade(melon.id(), 3, "A", NAME)));
        refuses(ProductRule.GRADE_CODE_TAKEN, () -> products.amendGrade(keeper, new Grade(melon.id(), 2, "特级", NAME)));
        products.amendGrade(keeper, new Grade(melon.id(), 2, "AA", NAME));
        assertThat(products.grade(melon.id(), 2).orElseThrow().code()).isEqualTo("AA");
        assertThat(products.grades(List.of(melon.id())).get(melon.id())).hasSize(2);
        assertThatThrownBy(() -> new Grade(melon.id(), 0, "A", NAME)).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new Grade(melon.id(), 10, "A", NAME)).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> products.amendGrade(keeper, new Grade(melon.id(), 7, "Z", NAME)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aVarietyStaysWithItsProduct() {
        Variety early = variety(melon, "early");
        varieties.register(keeper, early);
        varieties.register(keeper, early);
        assertThat(varieties.of(melon.id())).containsExactly(early);
        refuses(ProductRule.VARIETY_CODE_TAKEN, () -> varieties.register(keeper, variety(melon, "EARLY")));
        Product grape = product("G" + System.nanoTime());
        products.register(keeper, grape);
        varieties.register(keeper, variety(grape, "early"));
        refuses(
                ProductRule.VARIETY_OF_OTHER_PRODUCT,
                () -> varieties.amend(keeper, new Variety(early.id(), grape.id(), "early", NAME, false)));
        varieties.retire(keeper, early.id());
        assertThat(varieties.get(early.id()).retired()).isTrue();
        assertThat(varieties.byIds(List.of(early.id()))).hasSize(1);
    }

    @Test
    void aPackIsFoundByAnySpellingOfItsGtin() {
        Gtin gtin = freshGtin();
        Pack box = pack(melon, Optional.of(gtin));
        packs.register(keeper, box);
        packs.register(keeper, box);
        assertThat(packs.get(box.id())).isEqualTo(box);
        assertThat(packs.byGtin(new Gtin(gtin.fourteen()))).contains(box);
        assertThat(packs.of(melon.id())).containsExactly(box);
        refuses(
                ProductRule.PACK_GTIN_TAKEN,
                () -> packs.register(keeper, pack(melon, Optional.of(new Gtin(gtin.fourteen())))));
        packs.register(keeper, pack(melon, Optional.empty()));
        packs.register(keeper, pack(melon, Optional.empty()));
        packs.retire(keeper, box.id());
        assertThat(packs.byGtin(gtin).orElseThrow().retired()).isTrue();
        assertThat(box.gross()).isEqualTo(Mass.kilograms(21));
    }

    @Test
    void aPackNamesGradesAndVarietiesOfItsProductOnly() {
        Product grape = product("G" + System.nanoTime());
        products.register(keeper, grape);
        Variety seedless = variety(grape, "seedless");
        varieties.register(keeper, seedless);
        refuses(
                ProductRule.GRADE_UNKNOWN,
                () -> packs.register(keeper, pack(melon, Optional.empty(), 5, Optional.empty())));
        refuses(
                ProductRule.VARIETY_OF_OTHER_PRODUCT,
                () -> packs.register(keeper, pack(melon, Optional.empty(), 1, Optional.of(seedless.id()))));
    }

    @Test
    void searchTakesPartsOfNamesInAnyScript() {
        for (String typed : List.of("哈密", "قۇمۇل", "mi mel", melon.code().toLowerCase(java.util.Locale.ROOT)))
            assertThat(products.search(new Paging(0, 200, typed)).rows())
                    .as(typed)
                    .contains(melon);
        assertThat(products.search(new Paging(0, 50, "%")).rows()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedByRecordAndByTable() {
        for (String code : List.of("", "a b", "<b>", "瓜", "-x", "x".repeat(41)))
            assertThatThrownBy(() -> product(code)).as(code).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new Product(ProductId.next(), "x", NAME, "melon", Storage.COLD, 0, true))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> new Product(
                        ProductId.next(), "x", NAME, "melon", Storage.AMBIENT, 10, Optional.of(9), true, false))
                .isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> pack(melon, Optional.empty(), Mass.ZERO)).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> pack(melon, Optional.empty(), Mass.tonnes(3))).isInstanceOf(InputBroken.class);
        assertThatThrownBy(() -> jdbc.sql("update product.product set shelf_life_days = 0")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void onlyKeepersOfProductsChangeThem() {
        Actor clerk = Keepers.with(Right.REGISTER_SUPPLY, Right.MANAGE_PLACES);
        assertThatThrownBy(() -> products.register(clerk, product("X1"))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> products.retire(clerk, melon.id())).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> products.addGrade(clerk, new Grade(melon.id(), 4, "D", NAME)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> varieties.register(clerk, variety(melon, "v"))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> packs.register(clerk, pack(melon, Optional.empty())))
                .isInstanceOf(Denied.class);
    }

    private static Product product(String code) {
        return new Product(ProductId.next(), code, NAME, "melon", Storage.AMBIENT, 21, Optional.of(60), false, false);
    }

    private static Variety variety(Product of, String code) {
        return new Variety(VarietyId.next(), of.id(), code, NAME, false);
    }

    private static Pack pack(Product of, Optional<Gtin> gtin) {
        return pack(of, gtin, 1, Optional.empty());
    }

    private static Pack pack(Product of, Optional<Gtin> gtin, int grade, Optional<VarietyId> variety) {
        return new Pack(
                PackId.next(),
                of.id(),
                variety,
                Optional.of(grade),
                NAME,
                gtin,
                Mass.kilograms(20),
                Mass.kilograms(1),
                Optional.of(30),
                false);
    }

    private static Pack pack(Product of, Optional<Gtin> gtin, Mass net) {
        return new Pack(
                PackId.next(),
                of.id(),
                Optional.empty(),
                Optional.empty(),
                NAME,
                gtin,
                net,
                Mass.ZERO,
                Optional.empty(),
                false);
    }

    private static Gtin freshGtin() {
        String twelve = "690" + String.format(java.util.Locale.ROOT, "%09d", System.nanoTime() % 1_000_000_000L);
        return new Gtin(twelve + Gs1.checkDigit(twelve));
    }

    private static void refuses(ProductRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
