package org.farmgate.platform.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.springframework.context.MessageSource;

/// Values as a reader of one language expects them. Units come from the messages `unit.*`.
public final class Formats {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    private final MessageSource messages;
    private final Locale locale;

    public Formats(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /// From a tonne on in tonnes, below in kilograms.
    public String mass(Mass mass) {
        boolean tonnes = mass.grams() >= 1_000_000;
        Mass.Unit unit = tonnes ? Mass.Unit.TONNE : Mass.Unit.KILOGRAM;
        return unit(decimal(mass.in(unit), 0, 3), tonnes ? "tonne" : "kilogram");
    }

    /// For large figures at a glance: whole tonnes from a hundred tonnes on.
    public String massInShort(Mass mass) {
        return mass.grams() < 100_000_000 ? mass(mass) : unit(decimal(mass.in(Mass.Unit.TONNE), 0, 0), "tonne");
    }

    /// For large figures at a glance: whole yuan from ten thousand yuan on.
    public String moneyInShort(Money money) {
        return Math.abs(money.fen()) < 1_000_000 ? money(money) : unit(decimal(money.inYuan(), 0, 0), "yuan");
    }

    public String money(Money money) {
        return unit(decimal(money.inYuan(), 2, 2), "yuan");
    }

    public String price(Price price) {
        return unit(decimal(price.inYuanPerKilogram(), 2, 3), "yuan-per-kilogram");
    }

    public String area(Area area) {
        return unit(decimal(area.in(Area.Unit.MU), 0, 2), "mu");
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String decimal(BigDecimal number, int leastDecimals, int mostDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(leastDecimals);
        format.setMaximumFractionDigits(mostDecimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(number);
        // Within right-to-left text a minus would stand behind its number; the mark keeps it before.
        return number.signum() < 0 && Languages.isRightToLeft(locale) ? LEFT_TO_RIGHT_MARK + text : text;
    }

    /// 10,000 basis points are 100 %.
    public String percent(long basisPoints) {
        return unit(decimal(BigDecimal.valueOf(basisPoints, 2), 0, 1), "percent");
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /// In China's time, which is the business's.
    public String instant(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(CHINA)
                .format(instant);
    }

    /// The week's number with the days it covers: nobody knows week numbers by heart.
    public String week(IsoWeek week) {
        return message(
                "unit.week",
                String.valueOf(week.year()),
                String.valueOf(week.week()),
                dayAndMonth(week.monday()),
                dayAndMonth(week.sunday()));
    }

    /// For narrow columns: the days alone, without the year and the number.
    public String weekInShort(IsoWeek week) {
        return message("unit.weeks", dayAndMonth(week.monday()), dayAndMonth(week.sunday()));
    }

    public String weeks(WeekSpan span) {
        return span.weeks() == 1
                ? week(span.first())
                : message(
                        "unit.weeks",
                        date(span.first().monday()),
                        date(span.last().sunday()));
    }

    public String dayAndMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern(message("unit.day-and-month"), locale)
                .format(date);
    }

    /// Any value that a rule or an input error may carry.
    public Object argument(Object value) {
        return switch (value) {
            case Mass mass -> mass(mass);
            case Money money -> money(money);
            case Price price -> price(price);
            case Area area -> area(area);
            case IsoWeek week -> week(week);
            case WeekSpan span -> weeks(span);
            case LocalDate date -> date(date);
            case Instant instant -> instant(instant);
            case Long number -> number(number);
            case Integer number -> number(number);
            default -> value.toString();
        };
    }

    private String unit(String number, String unit) {
        return message("unit." + unit, number);
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
