package org.farmgate.logistics.parcels.label;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.print.Label;
import org.farmgate.platform.print.Label.Box;
import org.farmgate.platform.web.Formats;
import org.farmgate.platform.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Prints labels of 100 × 150 mm, one a page. They speak Chinese and Uyghur whoever prints them: a label is read by
/// those who carry the parcel.
@Component
public class ParcelLabels {
    static final float WIDTH = 100;
    static final float HEIGHT = 150;
    private static final float MARGIN = 5;
    private static final float FULL = WIDTH - 2 * MARGIN;
    private static final float MODULE = 0.5f;
    private static final float BARS = 32;
    private static final float BARS_TOP = 109;
    private static final float QR = 25;

    private final MessageSource messages;
    private final TrackingNumbers numbers;
    private final Clock clock;

    ParcelLabels(MessageSource messages, TrackingNumbers numbers, Clock clock) {
        this.messages = messages;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// In the order given.
    public byte[] parcels(List<ParcelLabel> parcels) {
        Label paper = Label.ofMillimetres(WIDTH, HEIGHT);
        parcels.forEach(one -> parcel(paper.page(), one));
        return paper.print(
                parcels.stream().map(one -> one.sscc().digits()).collect(Collectors.joining(" ")), Languages.CHINESE);
    }

    public byte[] containers(List<ContainerLabel> containers) {
        Label paper = Label.ofMillimetres(WIDTH, HEIGHT);
        containers.forEach(one -> container(paper.page(), one));
        return paper.print(
                containers.stream().map(one -> one.sscc().digits()).collect(Collectors.joining(" ")),
                Languages.CHINESE);
    }

    private void parcel(Label paper, ParcelLabel one) {
        boolean chute = one.chute().isPresent();
        large(paper, one.goal(), chute ? FULL - 26 : FULL);
        one.chute().ifPresent(words -> chute(paper, words));
        rule(paper, 27);
        way(paper, one.way());
        float left = WIDTH - MARGIN - QR - 3;
        Codes.qr(paper, numbers.link(one.sscc()), left, 30, QR);
        paper.centred(new Box(left, 56.5f, QR, 4.5f), Languages.ENGLISH, 9, true, numbers.key(one.sscc()));
        rule(paper, 61);
        small(paper, 62, "parcel.label.receiver");
        String who = one.telephone().isEmpty() ? one.receiver() : one.receiver() + "  \u200e" + one.telephone();
        paper.text(new Box(MARGIN, 66, FULL, 8.5f), direction(who), 15, true, who);
        paper.text(new Box(MARGIN, 75, FULL, 17), direction(one.address()), 11, false, one.address());
        rule(paper, 93);
        pair(paper, 0, "parcel.label.weight", mass(one));
        pair(paper, 1, "parcel.label.pickup", one.pickup());
        pair(paper, 2, "parcel.label.taken-in", same(one.takenInOn().toString()));
        code(paper, one.sscc());
    }

    private void container(Label paper, ContainerLabel one) {
        large(paper, one.kind(), FULL - QR - 6);
        Codes.qr(paper, numbers.link(one.sscc()), WIDTH - MARGIN - QR - 1, 7, QR);
        rule(paper, 38);
        small(paper, 39, "parcel.label.to");
        paper.text(new Box(MARGIN, 43, FULL, 24), direction(one.to()), 26, true, one.to());
        rule(paper, 68);
        small(paper, 69, "parcel.label.from");
        paper.text(new Box(MARGIN, 73, FULL, 17), direction(one.from()), 15, false, one.from());
        rule(paper, 93);
        pair(paper, 0, "parcel.label.count", same(String.valueOf(one.parcels())));
        pair(paper, 1, "parcel.label.weight", one.mass().map(this::mass).orElse(same("–")));
        pair(
                paper,
                2,
                "parcel.label.closed",
                same(one.closedAt().atZone(clock.getZone()).toLocalDate().toString()));
        code(paper, one.sscc());
    }

    private static void large(Label paper, Multilingual words, float width) {
        paper.text(new Box(MARGIN, 4, width, 11), Languages.CHINESE, 19, true, words.in(Languages.CHINESE));
        paper.text(new Box(MARGIN, 15, width, 11), Languages.UYGHUR, 17, true, words.in(Languages.UYGHUR));
    }

    /// Framed, so that it is found at arm's length.
    private void chute(Label paper, String words) {
        float left = WIDTH - MARGIN - 24;
        paper.ink(left, 4, 24, 0.7f).ink(left, 25.3f, 24, 0.7f).ink(left, 4, 0.7f, 22);
        paper.ink(left + 23.3f, 4, 0.7f, 22);
        paper.centred(
                new Box(left + 1, 5, 22, 4),
                Languages.CHINESE,
                7,
                false,
                said("parcel.label.chute", Languages.CHINESE) + " · " + said("parcel.label.chute", Languages.UYGHUR));
        paper.centred(new Box(left + 1, 9, 22, 15.5f), Languages.CHINESE, 28, true, words);
    }

    /// One below the other, as the parcel passes them.
    private void way(Label paper, List<String> way) {
        small(paper, 28, "parcel.label.way", FULL - QR - 8);
        float top = 32;
        for (int at = 0; at < Math.min(way.size(), 4); at++) {
            String words = (at + 1) + "  " + way.get(at);
            paper.text(new Box(MARGIN, top, FULL - QR - 8, 7), direction(way.get(at)), 11, at == way.size() - 1, words);
            top += 7;
        }
    }

    private static void code(Label paper, Sscc sscc) {
        String digits = sscc.digits();
        Codes.gs1128(paper, digits, (WIDTH - Codes.width(digits, MODULE)) / 2, BARS_TOP, MODULE, BARS);
        paper.centred(
                new Box(MARGIN, BARS_TOP + BARS + 0.5f, FULL, 7), Languages.ENGLISH, 12, true, Codes.readable(digits));
    }

    private void pair(Label paper, int column, String label, Multilingual value) {
        float width = FULL / 3;
        float left = MARGIN + column * width;
        small(paper, left, 94, label, width - 2);
        String chinese = value.in(Languages.CHINESE);
        String uyghur = value.in(Languages.UYGHUR);
        String words = chinese.equals(uyghur) ? chinese : chinese + "\n" + uyghur;
        paper.text(new Box(left, 97.5f, width - 2, 9.5f), Languages.CHINESE, 9, true, words);
    }

    private void small(Label paper, float top, String key) {
        small(paper, top, key, FULL);
    }

    private void small(Label paper, float top, String key, float width) {
        small(paper, MARGIN, top, key, width);
    }

    private void small(Label paper, float left, float top, String key, float width) {
        String words = said(key, Languages.CHINESE) + " · " + said(key, Languages.UYGHUR);
        paper.text(new Box(left, top, width, 4), Languages.CHINESE, 7, false, words);
    }

    private static void rule(Label paper, float top) {
        paper.ink(MARGIN, top, FULL, 0.3f);
    }

    private Multilingual mass(ParcelLabel one) {
        return one.weight().map(this::mass).orElse(same("–"));
    }

    private Multilingual mass(Mass mass) {
        return new Multilingual(
                new Formats(messages, Languages.ENGLISH).mass(mass),
                new Formats(messages, Languages.CHINESE).mass(mass),
                new Formats(messages, Languages.UYGHUR).mass(mass));
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static Multilingual same(String words) {
        return new Multilingual(words, words, words);
    }

    /// Names are in any script; what holds Arabic letters is set from the right.
    private static Locale direction(String words) {
        boolean arabic =
                words.codePoints().anyMatch(at -> Character.UnicodeScript.of(at) == Character.UnicodeScript.ARABIC);
        return arabic ? Languages.UYGHUR : Languages.CHINESE;
    }
}
