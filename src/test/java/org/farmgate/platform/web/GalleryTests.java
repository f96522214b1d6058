package org.farmgate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.platform.web.charts.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Renders every component in every language. The pages stay in `target/gallery` for whoever wants to look at them.
class GalleryTests {
    private static final Path TARGET = Path.of("target/gallery");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyComponentRendersWithoutScriptOrStyleInThePage(String language) throws IOException {
        String html = render(language, "auto");
        assertThat(html).doesNotContain(" style=", "<style", " onclick", "javascript:", "??");
        assertThat(Pattern.compile("<script(?! src=)").matcher(html).find()).isFalse();
        assertThat(html).contains("dir=\"" + (language.equals("ug") ? "rtl" : "ltr") + "\"");
        for (String theme : List.of("light", "dark")) {
            Files.createDirectories(TARGET);
            Files.writeString(TARGET.resolve(language + "-" + theme + ".html"), render(language, theme));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyLabelAndDescriptionPointsAtAnElementOfThePage(String language) {
        String html = render(language, "auto");
        List<String> ids = found(html, " id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        List<String> wanted = new ArrayList<>(found(html, " for=\"([^\"]*)\""));
        for (String attribute : List.of("aria-describedby", "aria-labelledby"))
            found(html, " " + attribute + "=\"([^\"]*)\"").forEach(list -> wanted.addAll(List.of(list.split(" "))));
        found(html, "class=\"errors\".*?</div></div>")
                .forEach(errors -> wanted.addAll(found(errors, "href=\"#([^\"]*)\"")));
        assertThat(ids).containsAll(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void aRefusedFormKeepsWhatWasTypedAndSaysWhere(String language) {
        String html = render(language, "auto");
        assertThat(html)
                .contains("value=\"&lt;b>12,5 t\"", "aria-invalid=\"true\" ", "href=\"#mass\"", "id=\"mass-error\"");
        assertThat(html).doesNotContain("<b>12,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyIconIsInTheSheetAndTheFirstPageStaysSmall(String language) throws IOException {
        String html = render(language, "auto");
        String sheet = Files.readString(Path.of("src/main/resources/static/css/icons.svg"));
        for (String icon : found(html, "icons.svg#([a-z]+)")) assertThat(sheet).contains("id=\"" + icon + "\"");
        long styles = Files.size(Path.of("src/main/resources/static/css/farmgate.css"))
                + Files.size(Path.of("src/main/resources/static/css/tokens.css"));
        assertThat(styles).isLessThan(30_000);
        assertThat(html.getBytes(StandardCharsets.UTF_8).length + styles + sheet.length())
                .isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void whoeverIsNotSignedInIsAskedToAndSeesNoNavigation(String language) throws IOException {
        Shell known = shell(language, "light");
        var shell = new Shell(
                known.messages(),
                known.locale(),
                "auto",
                Optional.empty(),
                List.of(),
                List.of(),
                "/",
                "a=1&lang=en",
                "_csrf",
                "token");
        var output = new StringOutput();
        gg.jte.Content content = out -> out.writeContent("<h1>·</h1>");
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("platform/layout.jte", Map.of("shell", shell, "title", "·", "content", content), output);
        String html = output.toString();
        Files.createDirectories(TARGET);
        Files.writeString(TARGET.resolve(language + "-out.html"), html);
        assertThat(html)
                .contains("href=\"/sign-in\"", "?a=1&amp;lang=zh-CN")
                .doesNotContain("/sign-out", "<nav", "action=\"/acting\"");
    }

    private static List<String> found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
        List<String> all = new ArrayList<>();
        while (matcher.find()) all.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
        return all;
    }

    static Shell shell(String language, String theme) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/ui", "messages/platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        Locale locale = Locale.forLanguageTag(language);
        String person = messages.getMessage("ui.gallery.person0", null, locale);
        String organisation = messages.getMessage("ui.gallery.coop", null, locale);
        var actor = new Actor(
                new AccountId(Id.next()),
                new PartyId(Id.next()),
                person,
                new PartyId(Id.next()),
                organisation,
                Optional.empty(),
                false,
                Set.of());
        return new Shell(
                messages,
                locale,
                theme,
                Optional.of(actor),
                List.of(new Shell.Choice("1", organisation), new Shell.Choice("2", person)),
                List.of(
                        new Shell.NavItem("/", "ui.gallery.plan", "swap", false),
                        new Shell.NavItem("/design", "ui.gallery.title", "melon", true),
                        new Shell.NavItem("/contracts", "ui.gallery.contracts", "contract", false),
                        new Shell.NavItem("/growers", "ui.gallery.growers", "people", false),
                        new Shell.NavItem("/trucks", "ui.gallery.truck", "truck", false)),
                "/design",
                "q=a",
                "_csrf",
                "token");
    }

    private static String render(String language, String theme) {
        Shell shell = shell(language, theme);
        Map<String, String> products = new LinkedHashMap<>();
        products.put("melon", shell.pick(new Multilingual("Hami melon", "哈密瓜", "قوغۇن")));
        products.put("walnut", shell.pick(new Multilingual("Walnuts, thin-shelled", "薄皮核桃", "نېپىز پوستلۇق ياڭاق")));
        products.put("honey", shell.pick(new Multilingual("Honey", "蜂蜜", "ھەسەل")));
        Map<String, Object> model = new HashMap<>();
        model.put("shell", shell);
        model.put("weeks", Samples.weeks(language.equals("en") ? "W" : ""));
        model.put("amount", (LongFunction<String>) tonnes -> shell.t("unit.tonne", tonnes));
        model.put("places", Samples.places());
        model.put("flows", Samples.flows());
        model.put(
                "steps",
                Samples.steps(
                        shell.pick(new Multilingual("Farm gate", "田头价", "ئېتىز باھاسى")),
                        shell.pick(new Multilingual("Packing and grading", "分级包装", "دەرىجىگە ئايرىش ۋە قاچىلاش")),
                        shell.pick(new Multilingual(
                                "Shared freight, Kashgar to Jiaxing", "拼车运费，喀什至嘉兴", "ئورتاق كىرا، قەشقەردىن جياشىڭغا")),
                        shell.pick(new Multilingual("Near-market warehouse", "销地仓", "بازارغا يېقىن ئامبار")),
                        shell.pick(new Multilingual(
                                "Helper region's freight grant", "援助地区运费补贴", "ياردەم رايونىنىڭ كىرا تولۇقلىمىسى")),
                        shell.pick(new Multilingual("Delivered", "到货价", "تاپشۇرۇش باھاسى"))));
        model.put(
                "bars",
                products.values().stream()
                        .map(name -> new Bars.Bar(name, name.length() * 100L, shell.number(name.length() * 100L)))
                        .toList());
        var broken = new InputBroken(List.of(FieldError.of("mass", "zero"), FieldError.of("week", "missing")));
        model.put("errors", FormErrors.of(broken, Map.of("mass", "<b>12,5 t", "plot", "7"), shell));
        model.put("products", products);
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("ui/gallery.jte", model, output);
        return output.toString();
    }
}
