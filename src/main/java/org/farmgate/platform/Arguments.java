package org.farmgate.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;

/// The arguments of a message as one text and back, so that a sentence may be stored today and told later in the
/// reader's language with their way of writing masses and dates.
public final class Arguments {
    /// The unit separator of ASCII: no text that people type holds it.
    private static final String BETWEEN = "\u001f";

    private Arguments() {}

    public static String encode(List<Object> arguments) {
        return arguments.stream().map(Arguments::encode).collect(Collectors.joining(BETWEEN));
    }

    public static List<Object> decode(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(BETWEEN, -1))
                        .map(Arguments::decodeOne)
                        .toList();
    }

    private static String encode(Object value) {
        return switch (value) {
            case Long number -> "n:" + number;
            case Integer number -> "n:" + number;
            case Mass mass -> "m:" + mass.grams();
            case Money money -> "y:" + money.fen();
            case Price price -> "p:" + price.fenPerTonne();
            case Area area -> "a:" + area.squareMetres();
            case IsoWeek week -> "w:" + week;
            case WeekSpan span -> "s:" + span;
            case LocalDate date -> "d:" + date;
            case Instant instant -> "i:" + instant;
            default -> "t:" + value.toString().replace(BETWEEN, " ");
        };
    }

    private static Object decodeOne(String text) {
        String value = text.substring(2);
        return switch (text.charAt(0)) {
            case 'n' -> Long.parseLong(value);
            case 'm' -> new Mass(Long.parseLong(value));
            case 'y' -> new Money(Long.parseLong(value));
            case 'p' -> new Price(Long.parseLong(value));
            case 'a' -> new Area(Long.parseLong(value));
            case 'w' -> IsoWeek.parse(value);
            case 's' -> span(value.split("/"));
            case 'd' -> LocalDate.parse(value);
            case 'i' -> Instant.parse(value);
            case 't' -> value;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static WeekSpan span(String[] ends) {
        return new WeekSpan(IsoWeek.parse(ends[0]), IsoWeek.parse(ends[1]));
    }
}
