package org.farmgate.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.platform.web.Formats;
import org.springframework.context.MessageSource;

/// Writes terms in full sentences, in one language. What it writes in Chinese when a version is made is kept and
/// signed; what it writes later, in whatever language, is for reading.
public final class ContractText {
    private static final String PREFIX = "trade.contract.text.";

    private final MessageSource messages;
    private final Locale locale;
    private final Formats formats;
    private final ContractTerms terms;
    private final TermsNames names;

    ContractText(MessageSource messages, Locale locale, ContractTerms terms, TermsNames names) {
        this.messages = messages;
        this.locale = locale;
        this.formats = new Formats(messages, locale);
        this.terms = terms;
        this.names = names;
    }

    public TermsNames names() {
        return names;
    }

    public record Section(String heading, List<String> paragraphs) {}

    public String title() {
        return say("title");
    }

    public String numbered(String number, int version) {
        return say("number", number, String.valueOf(version));
    }

    /// Everything but the annex.
    public List<Section> sections() {
        return List.of(
                new Section(say("parties"), parties()),
                new Section(say("goods"), List.of(goods())),
                new Section(say("quantity"), quantity()),
                new Section(say("delivery"), delivery()),
                new Section(say("price"), new PriceText(this, formats, terms).paragraphs()),
                new Section(say("deposit"), deposit()),
                new Section(
                        say("defects"),
                        List.of(say("defects-are", terms.conditions().claimDays()))),
                new Section(say("breach"), List.of(say("breach-is"))),
                new Section(
                        say("changes"),
                        List.of(
                                say("changes-are"),
                                say("language"),
                                say("law", names.origin().in(locale)))));
    }

    /// The whole as plain text, the annex included: in Chinese, what signatures are bound to.
    public String whole(String number, int version) {
        List<String> lines = new ArrayList<>(List.of(title(), numbered(number, version)));
        for (Section section : sections()) {
            lines.add("");
            lines.add(section.heading());
            lines.addAll(section.paragraphs());
        }
        lines.add("");
        lines.add(say("annex"));
        List<ContractLine> annex = terms.lines();
        IntStream.range(0, annex.size())
                .mapToObj(i -> annexLine(i + 1, annex.get(i)))
                .forEach(lines::add);
        lines.add(annexSum());
        return String.join("\n", lines) + "\n";
    }

    private String annexLine(int number, ContractLine line) {
        TermsNames.PlaceName place = names.place(line.site());
        return say(
                "annex-line",
                String.valueOf(number),
                place.name(),
                place.address(),
                formats.weeks(line.weeks()),
                exactly(line.mass()));
    }

    public String annexTitle() {
        return say("annex");
    }

    public String annexSum() {
        Mass sum = terms.lines().stream().map(ContractLine::mass).reduce(Mass.ZERO, Mass::plus);
        long places = terms.lines().stream().map(ContractLine::site).distinct().count();
        return say("annex-sum", exactly(sum), formats.number(places));
    }

    private List<String> parties() {
        List<String> said = new ArrayList<>();
        TermsNames.PartyName seller = names.party(terms.seller());
        TermsNames.PartyName buyer = names.party(terms.buyer());
        said.add(say("seller", seller.name(), seller.code()));
        if (!terms.onBehalfOf().isEmpty())
            said.add(say(
                    "on-behalf",
                    terms.onBehalfOf().stream()
                            .map(grower -> names.party(grower).name() + " ("
                                    + names.party(grower).code() + ")")
                            .collect(Collectors.joining(say("list")))));
        said.add(say("buyer", buyer.name(), buyer.code()));
        return said;
    }

    private String goods() {
        return say(
                "goods-are",
                names.product().in(locale),
                names.grade().in(locale),
                names.origin().in(locale));
    }

    private List<String> quantity() {
        return switch (terms.quantity()) {
            case Quantity.FixedMass fixed -> List.of(fixed(fixed));
            case Quantity.WholeCrop crop -> crop(crop);
        };
    }

    private String fixed(Quantity.FixedMass fixed) {
        Mass mass = fixed.mass();
        return fixed.toleranceBasisPoints() == 0
                ? say("quantity-exact", exactly(mass))
                : say(
                        "quantity-fixed",
                        exactly(mass),
                        percent(fixed.toleranceBasisPoints()),
                        exactly(fixed.least(mass)),
                        exactly(fixed.most(mass)));
    }

    private List<String> crop(Quantity.WholeCrop crop) {
        List<String> said = new ArrayList<>();
        String plots = crop.plots().stream().map(names::plot).collect(Collectors.joining(say("list")));
        said.add(say("quantity-crop", plots, exactly(crop.forecast())));
        crop.floor().ifPresent(floor -> said.add(say("quantity-floor", exactly(floor))));
        crop.ceiling().ifPresent(ceiling -> said.add(say("quantity-ceiling", exactly(ceiling))));
        return said;
    }

    private List<String> delivery() {
        return List.of(
                say(
                        "window",
                        formats.date(terms.window().first().monday()),
                        formats.date(terms.window().last().sunday())),
                say("call-off", terms.conditions().noticeDays()));
    }

    private List<String> deposit() {
        Mass expected = terms.quantity().expected(ContractWriting.forecastOf(terms));
        Money due = terms.depositDue(expected);
        return switch (terms.deposit()) {
            case Deposit.None _ -> List.of(say("deposit-none"));
            case Deposit.Share share ->
                List.of(
                        say("deposit-share", share.dueDays(), percent(share.basisPoints()), formats.money(due)),
                        say("deposit-set-off"));
            case Deposit.Amount amount ->
                List.of(say("deposit-amount", amount.dueDays(), formats.money(due)), say("deposit-set-off"));
        };
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(
                PREFIX + key, Arrays.stream(arguments).map(Object::toString).toArray(), locale);
    }

    /// As exactly as it is kept: nothing in a contract is rounded for show.
    String exactly(Price price) {
        return unit("yuan-per-kilogram", formats.decimal(price.inYuanPerKilogram(), 2, 5));
    }

    /// To the gram.
    String exactly(Mass mass) {
        boolean tonnes = mass.grams() >= Mass.Unit.TONNE.grams();
        return tonnes
                ? unit("tonne", formats.decimal(mass.in(Mass.Unit.TONNE), 0, 6))
                : unit("kilogram", formats.decimal(mass.in(Mass.Unit.KILOGRAM), 0, 3));
    }

    /// To the basis point.
    String percent(long basisPoints) {
        return unit("percent", formats.decimal(BigDecimal.valueOf(basisPoints, 2), 0, 2));
    }

    private String unit(String unit, String number) {
        return messages.getMessage("unit." + unit, new Object[] {number}, locale);
    }
}
