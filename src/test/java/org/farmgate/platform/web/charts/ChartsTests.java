package org.farmgate.platform.web.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTests {
    private static final String NASTY = "<script>alert('1')</script> & \"melon\" \u0007";
    private static final Words LEFT = words(false);
    private static final Words RIGHT = words(true);

    @Test
    void everyPictureIsWellFormedNamedAndHasItsTable() throws Exception {
        for (Words words : List.of(LEFT, RIGHT))
            for (Picture picture : pictures(words)) {
                Document document = parse(picture);
                assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(1);
                for (int i = 0; i < document.getElementsByTagName("svg").getLength(); i++) {
                    var svg = (org.w3c.dom.Element)
                            document.getElementsByTagName("svg").item(i);
                    if (svg.hasAttribute("aria-hidden")) continue;
                    assertThat(svg.getAttribute("role")).isEqualTo("img");
                    assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
                    assertThat(svg.getFirstChild().getTextContent()).isEqualTo("A <title>");
                }
                assertThat(picture.markup()).doesNotContain("NaN", "Infinity", "style=");
            }
    }

    @Test
    void textsFromOutsideStayTexts() throws Exception {
        List<Picture> pictures = List.of(
                WeekBars.of(LEFT, List.of(new WeekBars.Week(NASTY, NASTY, 1, 2)), _ -> NASTY),
                Bars.of(LEFT, List.of(new Bars.Bar(NASTY, 1, NASTY))),
                PriceSteps.of(LEFT, List.of(PriceSteps.Step.sum(NASTY, 1, NASTY))),
                ShareBar.of(NASTY, 1, 2, false),
                Sparkline.of(NASTY, List.of(1L, 2L), false),
                FlowMap.of(
                        LEFT,
                        List.of(
                                new FlowMap.Place("a", NASTY, 80, 37, FlowMap.Kind.ORIGIN),
                                new FlowMap.Place("b", NASTY, 121, 31, FlowMap.Kind.DESTINATION)),
                        List.of(new FlowMap.Flow("a", "b", 5, NASTY))));
        for (Picture picture : pictures) {
            assertThat(parse(picture).getElementsByTagName("script").getLength())
                    .isZero();
            assertThat(picture.markup()).doesNotContain("<script", "\u0007").contains("&lt;script&gt;");
        }
    }

    @Test
    void nothingToDrawIsSaidInASentence() throws Exception {
        var quiet = List.of(new WeekBars.Week("W1", "W1", 0, 0));
        for (Picture picture : List.of(
                WeekBars.of(LEFT, List.of(), String::valueOf),
                WeekBars.of(LEFT, quiet, String::valueOf),
                Bars.of(LEFT, List.of()),
                PriceSteps.of(LEFT, List.of()),
                FlowMap.of(LEFT, List.of(), List.of()))) {
            assertThat(parse(picture).getElementsByTagName("svg").getLength()).isZero();
            assertThat(picture.markup()).contains("ui.chart.empty");
        }
    }

    @Test
    void aRightToLeftReaderSeesTheFirstWeekOnTheRight() throws Exception {
        List<Double> left = xs(WeekBars.of(LEFT, Samples.weeks("W"), String::valueOf), "supply");
        List<Double> right = xs(WeekBars.of(RIGHT, Samples.weeks("W"), String::valueOf), "supply");
        assertThat(left.subList(1, 13)).isSorted();
        assertThat(right.subList(1, 13)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(WeekBars.of(RIGHT, Samples.weeks("W"), String::valueOf).markup())
                .contains("direction=\"rtl\"");
    }

    @Test
    void aMapIsNeverMirrored() {
        assertThat(map(RIGHT).markup()).isEqualTo(map(LEFT).markup());
    }

    @Test
    void barsStayInsideTheirFrameHoweverBigTheNumbers() throws Exception {
        long big = Long.MAX_VALUE;
        for (Words words : List.of(LEFT, RIGHT)) {
            inside(WeekBars.of(words, List.of(new WeekBars.Week("W", "W", big, big - 1)), kg -> kg + " kg"));
            inside(Bars.of(words, List.of(new Bars.Bar("a", big, "x"), new Bars.Bar("b", 1, "y"))));
            inside(PriceSteps.of(
                    words,
                    List.of(
                            PriceSteps.Step.sum("a", big, "x"),
                            PriceSteps.Step.change("b", big, "y"),
                            PriceSteps.Step.change("c", -big, "z"))));
            inside(ShareBar.of("a", big, 1, words.rightToLeft()));
            for (Picture picture : pictures(words)) inside(picture);
        }
    }

    @Test
    void weekLabelsNeverTouch() throws Exception {
        List<WeekBars.Week> weeks = IntStream.range(0, 53)
                .mapToObj(i -> new WeekBars.Week("12–18 Jul", "w" + i, i * 1_000_000L, 7))
                .toList();
        for (int count : new int[] {1, 2, 6, 12, 26, 53}) {
            double room = 250.0 / count;
            int every = WeekBars.labelEvery(weeks.subList(0, count), room, 11.5);
            assertThat(every * room).isGreaterThan(Drawing.widthOf("12–18 Jul", 11.5));
        }
    }

    @Test
    void aLongNameGivesWayToItsValue() {
        String markup = Bars.of(LEFT, List.of(new Bars.Bar("哈密瓜".repeat(30), 5, "12,345,678 kg")))
                .markup();
        String shown = markup.substring(markup.indexOf("<text"), markup.indexOf("</text>"));
        assertThat(shown).contains("…");
        String name = shown.substring(shown.indexOf('\u2068') + 1, shown.indexOf('\u2069'));
        assertThat(Drawing.widthOf(name, Drawing.FONT) + Drawing.widthOf("12,345,678 kg", Drawing.FONT))
                .isLessThan(Bars.WIDTH);
    }

    @Test
    void namesOnTheMapNeverTouchOneAnother() {
        var labels = new Labels(320, 250, 12);
        List<Labels.Box> boxes = new ArrayList<>();
        for (int i = 0; i < 60; i++)
            labels.place("乌鲁木齐", 150 + i % 8 * 9, 110 + i / 8 * 6, 3).ifPresent(spot -> boxes.add(spot.box()));
        assertThat(boxes).hasSizeBetween(3, 59);
        for (int i = 0; i < boxes.size(); i++)
            for (int j = 0; j < i; j++)
                assertThat(boxes.get(i).touches(boxes.get(j))).isFalse();
    }

    @Test
    void theWidestFlowIsDrawnFirstAndWidthFollowsTheAmount() {
        Matcher widths =
                Pattern.compile("stroke-width=\"([0-9.]+)\"").matcher(map(LEFT).markup());
        List<Double> all = widths.results().map(w -> Double.valueOf(w.group(1))).toList();
        assertThat(all).hasSize(11).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(all.getFirst()).isEqualTo(7);
        assertThat(all.get(1)).isCloseTo(7 * 4200 / 6100.0, org.assertj.core.data.Offset.offset(0.06));
    }

    @Test
    void aFlowNeedsBothItsPlaces() {
        assertThatThrownBy(() -> FlowMap.of(LEFT, Samples.places(), List.of(new FlowMap.Flow("h", "moon", 1, "1"))))
                .hasMessageContaining("moon");
    }

    @Test
    void theProjectionKeepsNorthUpEastRightAndOneScale() {
        var projection = new Projection(List.of(new double[] {76, 39}, new double[] {121, 31}), 320, 250, 34, 26);
        double[] kashgar = projection.place(76, 39);
        double[] shanghai = projection.place(121, 31);
        assertThat(kashgar[0]).isCloseTo(34, org.assertj.core.data.Offset.offset(0.01));
        assertThat(shanghai[0]).isCloseTo(286, org.assertj.core.data.Offset.offset(0.01));
        assertThat(projection.place(105, 45)[1]).isLessThan(projection.place(105, 30)[1]);
        // Kashgar to Shanghai is about 4,100 km, Beijing to Guangzhou about 1,890 km.
        double[] beijing = projection.place(116.4, 39.9);
        double[] guangzhou = projection.place(113.3, 23.1);
        double ratio = Math.hypot(kashgar[0] - shanghai[0], kashgar[1] - shanghai[1])
                / Math.hypot(beijing[0] - guangzhou[0], beijing[1] - guangzhou[1]);
        assertThat(ratio).isBetween(2.0, 2.35);
    }

    @Test
    void onePlaceAloneStillGivesAMap() throws Exception {
        inside(FlowMap.of(LEFT, Samples.places().subList(0, 1), List.of()));
    }

    @Test
    void aScaleEndsAtARoundNumberAboveTheGreatest() {
        for (long greatest : new long[] {1, 3, 9, 10, 47, 99, 101, 12_345, 999_999, 7_000_000_000L, Long.MAX_VALUE}) {
            Scale scale = Scale.upTo(greatest);
            assertThat(scale.top()).as("%d", greatest).isGreaterThanOrEqualTo(greatest);
            assertThat(scale.ticks()).isBetween(1, 9);
            assertThat(String.valueOf(scale.step())).matches("[125]0*");
        }
    }

    @Test
    void numbersInADrawingAreShortAndNeverInTheReadersDigits() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            assertThat(Drawing.number(-0.25)).isEqualTo("-0.2");
            assertThat(Drawing.number(12.349)).isEqualTo("12.3");
            assertThat(new Drawing(10, 10, false).rect("a", 1.26, 2, 3, 4, 0).svg("", "t", ""))
                    .contains("x=\"1.3\" y=\"2\" width=\"3\"");
        } finally {
            Locale.setDefault(before);
        }
        assertThatThrownBy(() -> Drawing.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Picture> pictures(Words words) {
        return List.of(
                WeekBars.of(words, Samples.weeks("W"), String::valueOf),
                Bars.of(words, List.of(new Bars.Bar("a", 0, "0"), new Bars.Bar("b", 9, "9"))),
                PriceSteps.of(words, Samples.steps("a", "b", "c", "d", "e", "f")),
                map(words));
    }

    private static Picture map(Words words) {
        return FlowMap.of(words, Samples.places(), Samples.flows());
    }

    private static Words words(boolean rightToLeft) {
        return new Words("A <title>", "What & why", rightToLeft, key -> key);
    }

    private static Document parse(Picture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture.markup())));
    }

    private static List<Double> xs(Picture picture, String kind) throws Exception {
        List<Double> all = new ArrayList<>();
        var rects = parse(picture).getElementsByTagName("rect");
        for (int i = 0; i < rects.getLength(); i++) {
            Map<String, Double> rect = numbers((org.w3c.dom.Element) rects.item(i));
            if (((org.w3c.dom.Element) rects.item(i)).getAttribute("class").equals(kind))
                all.add(rect.getOrDefault("x", 0.0));
        }
        return all;
    }

    private static void inside(Picture picture) throws Exception {
        var pictures = parse(picture).getElementsByTagName("svg");
        for (int p = 0; p < pictures.getLength(); p++) {
            var svg = (org.w3c.dom.Element) pictures.item(p);
            String[] box = svg.getAttribute("viewBox").split(" ");
            double width = Double.parseDouble(box[2]);
            double height = Double.parseDouble(box[3]);
            for (String tag : List.of("rect", "text", "line", "circle"))
                for (int i = 0; i < svg.getElementsByTagName(tag).getLength(); i++) {
                    Map<String, Double> at = numbers(
                            (org.w3c.dom.Element) svg.getElementsByTagName(tag).item(i));
                    double x = at.getOrDefault("x", at.getOrDefault("cx", at.getOrDefault("x1", 0.0)));
                    double y = at.getOrDefault("y", at.getOrDefault("cy", at.getOrDefault("y1", 0.0)));
                    assertThat(x).isBetween(-0.11, width + 0.11);
                    assertThat(y).isBetween(-0.11, height + 0.11);
                    assertThat(x + at.getOrDefault("width", 0.0)).isLessThanOrEqualTo(width + 0.21);
                    assertThat(y + at.getOrDefault("height", 0.0)).isLessThanOrEqualTo(height + 0.21);
                }
        }
    }

    private static Map<String, Double> numbers(org.w3c.dom.Element element) {
        var numbers = new java.util.HashMap<String, Double>();
        for (String name : List.of("x", "y", "cx", "cy", "x1", "y1", "width", "height"))
            if (element.hasAttribute(name)) numbers.put(name, Double.valueOf(element.getAttribute(name)));
        return numbers;
    }
}
