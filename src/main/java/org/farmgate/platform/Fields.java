package org.farmgate.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;

/// Reads named texts (a form, a CSV row, a JSON object) into values and gathers every error with its place. [#check]
/// then refuses the whole, so that what follows it may count on every
/// value it asked for. Typical use: read all, `fields.check()`, build the record.
///
/// The readers' types say "never null", which holds from [#check] on; between the reading and the check do
/// nothing else with the values.
@SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
public final class Fields {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Map<String, String> texts;
    private final List<FieldError> errors = new ArrayList<>();

    public Fields(Map<String, String> texts) {
        this.texts = texts;
    }

    /// A text of at most `longest` characters, trimmed; wrong when empty or when it holds control characters.
    public String text(String field, int longest) {
        return required(field, text -> {
            if (text.codePointCount(0, text.length()) > longest) return wrong(field, "too-long", longest);
            if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))
                return wrong(field, "control-character");
            return text;
        });
    }

    /// As [#text], but empty is allowed.
    public Optional<String> optionalText(String field, int longest) {
        return isEmpty(field) ? Optional.empty() : Optional.ofNullable(text(field, longest));
    }

    /// A mass in the unit that the field `<field>Unit` names, kilograms where there is none; more than zero.
    public Mass mass(String field) {
        String unit = texts.getOrDefault(field + "Unit", "");
        return required(
                field,
                text -> positive(
                        field,
                        Mass.parse(text, unit.isBlank() ? Mass.Unit.KILOGRAM : Mass.Unit.of(unit)),
                        Mass::isZero));
    }

    /// An area in the unit that the field `<field>Unit` names, mu where there is none; more than zero.
    public Area area(String field) {
        String unit = texts.getOrDefault(field + "Unit", "");
        return required(
                field,
                text -> positive(
                        field,
                        Area.parse(text, unit.isBlank() ? Area.Unit.MU : Area.Unit.of(unit)),
                        a -> a.squareMetres() == 0));
    }

    /// In yuan per kilogram.
    public Price price(String field) {
        return required(field, Price::parseYuanPerKilogram);
    }

    /// In yuan.
    public Money money(String field) {
        return required(field, Money::parseYuan);
    }

    /// `2027-W29`, as the browser's week field sends it.
    public IsoWeek week(String field) {
        return required(field, IsoWeek::parse);
    }

    /// `2027-07-21`. The thirtieth of February is wrong, not the first of March, and so is a day outside the
    /// years 1900 to 2199.
    public LocalDate date(String field) {
        return required(field, text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? wrong(field, "no-such-date", text) : day;
            } catch (DateTimeParseException _) {
                return wrong(field, "no-such-date", text);
            }
        });
    }

    public Long number(String field, long least, long greatest) {
        return required(field, text -> {
            long value = Mass.parse(text, Mass.Unit.GRAM).grams();
            return value < least || value > greatest ? wrong(field, "out-of-range", least, greatest) : value;
        });
    }

    /// A constant of that enum by its name, in any case, with `-` for `_`.
    public <E extends Enum<E>> E choice(String field, Class<E> kind) {
        return required(field, text -> {
            String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
            for (E constant : kind.getEnumConstants()) if (constant.name().equals(name)) return constant;
            return wrong(field, "no-such-choice", text);
        });
    }

    public <I> I id(String field, Function<UUID, I> type) {
        return required(field, text -> {
            try {
                return type.apply(UUID.fromString(text));
            } catch (IllegalArgumentException _) {
                return wrong(field, "no-such-id", text);
            }
        });
    }

    /// Any other reader: what it throws as [MeasureBroken] or [InputBroken] is gathered under this field.
    public <T> T read(String field, Function<String, T> reader) {
        return required(field, reader);
    }

    /// As any of the readers, but an empty field is no error.
    public <T> Optional<T> optional(String field, Function<Fields, T> reader) {
        return isEmpty(field) ? Optional.empty() : Optional.ofNullable(reader.apply(this));
    }

    /// A password: taken as typed, spaces included; wrong when empty or longer than that.
    public String secret(String field, int longest) {
        String typed = texts.getOrDefault(field, "");
        if (typed.isEmpty()) return wrong(field, "missing");
        return typed.length() > longest ? wrong(field, "too-long", longest) : typed;
    }

    /// All as they were sent, to show a form again. Not for forms with secrets.
    public Map<String, String> typed() {
        return Map.copyOf(texts);
    }

    /// As it was sent, unread; empty where it was not: to show it again.
    public String raw(String field) {
        return texts.getOrDefault(field, "");
    }

    public boolean isEmpty(String field) {
        return texts.getOrDefault(field, "").isBlank();
    }

    public boolean checked(String field) {
        String text = texts.getOrDefault(field, "").strip();
        return text.equals("on") || text.equals("true") || text.equals("1");
    }

    /// Adds an error that only the caller can see: two fields that contradict one another, an unknown product.
    public <T> T wrong(String field, String code, Object... arguments) {
        errors.add(FieldError.of(field, code, arguments));
        return null;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /// Refuses by [InputBroken] when anything was wrong.
    public void check() {
        if (!errors.isEmpty()) throw new InputBroken(errors);
    }

    private <T> T positive(String field, T value, java.util.function.Predicate<T> isZero) {
        return isZero.test(value) ? wrong(field, "zero") : value;
    }

    private <T> T required(String field, Function<String, T> reader) {
        String text = texts.getOrDefault(field, "").strip();
        if (text.isEmpty()) return wrong(field, "missing");
        try {
            return reader.apply(text);
        } catch (MeasureBroken broken) {
            String code = broken.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            errors.add(new FieldError(field, code, broken.arguments()));
            return null;
        } catch (InputBroken broken) {
            broken.errors().forEach(error -> errors.add(new FieldError(field, error.code(), error.arguments())));
            return null;
        }
    }
}
