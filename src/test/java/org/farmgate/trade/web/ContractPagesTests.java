package org.farmgate.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.farmgate.measure.IsoWeek;
import org.farmgate.party.Parties;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.TermsHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Demands and contracts as people use them: every page in three languages, every form right and wrong, the
/// paper.
@WholeAppTest
@Import(Cast.class)
class ContractPagesTests {
    private static final int STORES = 198;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Cast cast;

    @Autowired
    private Products products;

    @Autowired
    private Sites sites;

    @Autowired
    private Parties parties;

    @Autowired
    private MessageSource messages;

    @Autowired
    private Clock clock;

    private ProductId melon;
    private IsoWeek first;

    @BeforeEach
    void melonsAndStores() {
        melon = ProductId.next();
        String code = "melon-" + melon.value().toString().substring(24);
        products.register(
                cast.admin(),
                new Product(
                        melon,
                        code,
                        new Multilingual("Hami melon", "哈密瓜", "قوغۇن"),
                        "melon",
                        Storage.AMBIENT,
                        30,
                        false));
        products.addGrade(
                cast.admin(), new Grade(melon, 2, "A", new Multilingual("First class", "一级", "بىرىنچى دەرىجە")));
        first = IsoWeek.of(LocalDate.now(clock)).plusWeeks(8);
        if (sites.ofOperator(cast.buyer().organisation(), org.farmgate.platform.Paging.first())
                        .total()
                == 0)
            sites.registerAll(
                    cast.buyer(),
                    IntStream.rangeClosed(1, STORES)
                            .mapToObj(i -> new Site(
                                    SiteId.next(),
                                    SiteKind.STORE,
                                    "Store %03d".formatted(i),
                                    Optional.empty(),
                                    cast.province(),
                                    new Coordinates(38.9, 77.5),
                                    cast.buyer().organisation(),
                                    "Renmin Road " + i,
                                    false))
                            .toList());
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(cast.signedInAs(actor)).param("lang", "en");
        form.forEach(request::param);
        return request.exchange();
    }

    private String page(Actor actor, String path, String language) {
        var result = mvc.get()
                .uri(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                .with(cast.signedInAs(actor))
                .exchange();
        assertThat(result).as(path).hasStatusOk();
        String html = body(result);
        assertThat(html).as(path).contains("lang=\"" + language + "\"").doesNotContain("???");
        keep(path.replaceAll("[^a-z]+", "-") + language, html);
        return html;
    }

    private static String body(MvcTestResult result) {
        return new String(result.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /// For who wants to look at a page after a test.
    private static void keep(String name, String html) {
        try {
            Files.createDirectories(Path.of("target/pages"));
            Files.writeString(Path.of("target/pages/trade" + name + ".html"), html);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String location(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return String.valueOf(result.getMvcResult().getResponse().getRedirectedUrl());
    }

    private String say(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }

    private Map<String, String> demandForm() {
        return new java.util.HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "product", melon.toString(),
                "minimumGrade", "2",
                "firstWeek", first.toString(),
                "lastWeek", first.plusWeeks(5).toString(),
                "highestDelivered", "4.20",
                "how", "EACH",
                "placeMass", "150",
                "placeMassUnit", "kg",
                "note", "<b>ripe</b>"));
    }

    private Map<String, String> contractForm() {
        var form = new java.util.HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "otherCode", parties.get(cast.buyer().organisation()).code(),
                "product", melon.toString(),
                "minimumGrade", "2",
                "firstWeek", first.toString(),
                "lastWeek", first.plusWeeks(5).toString(),
                "quantity", "FIXED_MASS",
                "tolerance", "5",
                "how", "SPREAD"));
        form.putAll(Map.of(
                "placeMass", "40",
                "placeMassUnit", "t",
                "basis", "DELIVERED",
                "priceKind", "FLOOR_PLUS_UPSIDE",
                "price", "2.20",
                "secondPrice", "3",
                "share", "40",
                "indexName", "Hami melon, first class",
                "indexSource", "Xinfadi market"));
        form.putAll(Map.of(
                "depositKind", "SHARE",
                "deposit", "20",
                "depositDays", "10",
                "noticeDays", "7",
                "claimDays", "2",
                "paymentDays", "15"));
        return form;
    }

    private static String hidden(String html, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(html);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void aChainPostsADemandForAllItsStoresAndChangesIt() {
        Map<String, String> form = demandForm();
        String path = location(post(cast.buyer(), "/demands", form));
        assertThat(location(post(cast.buyer(), "/demands", form)))
                .as("sent twice it is one")
                .isEqualTo(path);
        for (String language : List.of("en", "zh-CN", "ug")) {
            assertThat(page(cast.buyer(), path, language))
                    .contains(say("trade.demand.committed", language), "Store 198", "&lt;b&gt;ripe&lt;/b&gt;", "4.20");
            assertThat(page(cast.buyer(), "/demands", language)).contains(say("trade.demand.title", language));
            assertThat(page(cast.buyer(), "/demands/new", language)).contains(say("trade.how.SPREAD", language));
        }
        assertThat(page(cast.manager(), path, "en"))
                .as("sellers do not see the highest price")
                .doesNotContain("4.20");
        String edit = page(cast.buyer(), path + "/edit", "en");
        form.put("version", hidden(edit, "version"));
        form.put("how", "LIST");
        form.put("places", "Store 001; 200\nstore 002\t1,300.5\n");
        assertThat(location(post(cast.buyer(), path, form))).isEqualTo(path);
        assertThat(page(cast.buyer(), path, "en")).contains("1.501 t", "29.7 t");
        assertThat(post(cast.buyer(), path, form))
                .as("the same again changes nothing")
                .hasStatus3xxRedirection();
        form.put("placeMass", "1");
        form.put("how", "EACH");
        assertThat(post(cast.buyer(), path, form))
                .as("a version that is no longer the last")
                .hasStatus(409);
        location(post(cast.buyer(), path + "/withdrawal", Map.of("reason", "no more")));
        assertThat(page(cast.buyer(), path, "en")).contains("no more");
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.carrier()))).hasStatus(403);
    }

    @Test
    void whatIsWrongInADemandIsNamedAndNothingIsStored() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "minimumGrade", "10",
                        "firstWeek", "2027-W60",
                        "highestDelivered", "-1",
                        "placeMass", "1e9",
                        "product", UUID.randomUUID().toString(),
                        "how", "SOMEHOW")
                .entrySet()) {
            Map<String, String> form = demandForm();
            form.put(wrong.getKey(), wrong.getValue());
            var result = post(cast.buyer(), "/demands", form);
            assertThat(result).as(wrong.toString()).hasStatus(422);
            assertThat(body(result)).contains("class=\"error\"");
        }
        Map<String, String> form = demandForm();
        form.put("how", "LIST");
        form.put("places", "Store 001; 5\nNowhere; 5\nStore 002; minus\nStore 003");
        assertThat(body(post(cast.buyer(), "/demands", form))).contains("Line 2", "Nowhere", "Line 3", "Line 4");
        Map<String, String> past = demandForm();
        past.put("firstWeek", "2020-W01");
        past.put("lastWeek", "2020-W02");
        assertThat(post(cast.buyer(), "/demands", past)).hasStatus(422);
        assertThat(post(cast.manager(), "/demands", demandForm())).hasStatus(403);
    }

    @Test
    void aContractGoesFromDraftToAmendment() throws IOException {
        String path = location(post(cast.manager(), "/contracts", contractForm()));
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.buyer())))
                .as("a draft is its writer's")
                .hasStatus(404);
        location(post(cast.manager(), path + "/proposal", Map.of()));
        for (String language : List.of("en", "zh-CN", "ug")) {
            assertThat(page(cast.buyer(), path, language))
                    .contains(say("trade.stage.PROPOSED", language), say("trade.contract.sign", language), "40");
            page(cast.buyer(), path + "/signature", language);
            page(cast.buyer(), path + "/places", language);
            page(cast.buyer(), path + "/terms", language);
            page(cast.manager(), "/contracts/new", language);
            assertThat(page(cast.buyer(), "/contracts", language)).contains(say("trade.contract.title", language));
        }
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        sign(cast.manager(), path);
        sign(cast.buyer(), path);
        String signed = page(cast.buyer(), path, "en");
        assertThat(signed).contains("Zhao Lin", "Zhou Min", "In force");
        callOff(path, signed);
        amend(path);
        paper(path);
    }

    private void sign(Actor actor, String path) {
        String html = page(actor, path + "/signature", "en");
        location(post(actor, path + "/signatures", Map.of("seen", hidden(html, "seen"))));
    }

    private void callOff(String path, String html) {
        Matcher site = Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(html);
        assertThat(site.find()).isTrue();
        Map<String, String> form = Map.of(
                "id", UUID.randomUUID().toString(),
                "site", site.group(1),
                "week", first.toString(),
                "callMass", "1.5",
                "callMassUnit", "t");
        location(post(cast.buyer(), path + "/call-offs", form));
        assertThat(page(cast.manager(), path, "en")).contains("1.5 t of 40 t called off");
        Map<String, String> tooMuch = new java.util.HashMap<>(form);
        tooMuch.put("id", UUID.randomUUID().toString());
        tooMuch.put("callMass", "41");
        var refused = post(cast.buyer(), path + "/call-offs", tooMuch);
        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("40.5 t").contains("value=\"41\"");
        assertThat(post(cast.manager(), path + "/call-offs", tooMuch)).hasStatus(409);
    }

    private void amend(String path) {
        String html = page(cast.buyer(), path + "/amendments/new", "en");
        Map<String, String> form = contractForm();
        form.put("seen", hidden(html, "seen"));
        form.put("reason", "two stores less");
        form.put("how", "LIST");
        form.put(
                "places",
                IntStream.rangeClosed(1, STORES - 2)
                        .mapToObj("Store %03d; 200"::formatted)
                        .collect(Collectors.joining("\n")));
        location(post(cast.buyer(), path + "/amendments", form));
        assertThat(page(cast.manager(), path, "en"))
                .contains("two stores less", "<del>", "39.2 t", "and 168 more places");
        assertThat(page(cast.manager(), path, "ug")).contains("<ins>");
        var refused = post(cast.manager(), path + "/amendments/1/refusal", Map.of());
        assertThat(refused).hasStatus(422);
        String agreement = page(cast.manager(), path + "/amendments/1/agreement", "en");
        location(post(cast.manager(), path + "/amendments/1/agreement", Map.of("seen", hidden(agreement, "seen"))));
        assertThat(page(cast.buyer(), path, "en")).contains("1.5 t of 39.2 t called off", "Amendment agreed");
    }

    private void paper(String path) throws IOException {
        for (String language : List.of("ug", "en")) {
            var result = mvc.get()
                    .uri(path + "/contract.pdf?language=" + language)
                    .with(cast.signedInAs(cast.buyer()))
                    .exchange();
            assertThat(result).hasStatusOk().hasContentType("application/pdf");
            byte[] pdf = result.getMvcResult().getResponse().getContentAsByteArray();
            Files.write(Path.of("target/pages/contract-" + language + ".pdf"), pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                assertThat(document.getNumberOfPages()).isGreaterThan(3);
                assertThat(text)
                        .contains("农产品远期购销合同", "Zhao Lin", "Zhou Min", "Store 196", "39.2", "以中文文本为准")
                        .contains("1 / " + document.getNumberOfPages())
                        .doesNotContain("Store 197");
            }
        }
        var text = mvc.get()
                .uri(path + "/versions/2/terms.txt")
                .with(cast.signedInAs(cast.manager()))
                .exchange();
        String hash = TermsHash.of(body(text)).brief();
        assertThat(page(cast.manager(), path, "en"))
                .as("the hash is the text's own")
                .contains(hash);
        assertThat(mvc.get().uri(path + "/contract.pdf").with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
    }

    @Test
    void whatIsWrongInAContractIsNamed() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "otherCode", "XX-000001",
                        "tolerance", "21",
                        "price", "0",
                        "share", "101",
                        "indexName", "",
                        "deposit", "60",
                        "noticeDays", "999",
                        "placeMass", "0")
                .entrySet()) {
            Map<String, String> form = contractForm();
            form.put(wrong.getKey(), wrong.getValue());
            var result = post(cast.manager(), "/contracts", form);
            assertThat(result).as(wrong.toString()).hasStatus(422);
            assertThat(body(result)).as(wrong.toString()).contains("aria-invalid=\"true\"");
        }
        Map<String, String> crop = contractForm();
        crop.put("quantity", "WHOLE_CROP");
        assertThat(post(cast.manager(), "/contracts", crop))
                .as("no plots named")
                .hasStatus(422);
        crop.put("plots", UUID.randomUUID().toString());
        assertThat(post(cast.manager(), "/contracts", crop)).as("nobody's plot").hasStatus(422);
    }
}
