package org.farmgate.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Id;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.MessageSource;

/// What every template gets: the reader's language and theme, who they are, where they can go, and how values are
/// written for them. Made once for each rendering.
///
/// @param path of the request, without the query
/// @param query the query string, empty where there is none
public record Shell(
        MessageSource messages,
        Locale locale,
        String theme,
        Optional<Actor> actor,
        List<Choice> actingChoices,
        List<NavItem> nav,
        String path,
        String query,
        String csrfName,
        String csrfToken) {
    /// An organisation one may act for.
    public record Choice(String id, String name) {}

    /// A place to go. The label is a message key, the icon a name of the icon sheet.
    public record NavItem(String href, String labelKey, String icon, boolean current) {}

    /// The message in the reader's language. Values of `measure`, dates and weeks among the arguments are formatted.
    public String t(String key, Object... arguments) {
        Formats formats = formats();
        return messages.getMessage(
                key, Arrays.stream(arguments).map(formats::argument).toArray(), locale);
    }

    /// As [#t], or the fallback where there is no such message: for names of constants that another release may add.
    public String orElse(String key, String fallback) {
        return java.util.Objects.requireNonNull(messages.getMessage(key, null, fallback, locale));
    }

    /// The label of a constant: message `<prefix>.<CONSTANT>`.
    public String label(String prefix, Enum<?> constant) {
        return t(prefix + "." + constant.name());
    }

    public String error(FieldError error) {
        return t("input." + error.code(), error.arguments().toArray());
    }

    public String refusal(RuleBroken broken) {
        return t("rule." + broken.rule().name(), broken.arguments().toArray());
    }

    public Formats formats() {
        return new Formats(messages, locale);
    }

    public String lang() {
        return locale.toLanguageTag();
    }

    public String dir() {
        return Languages.isRightToLeft(locale) ? "rtl" : "ltr";
    }

    public boolean isRightToLeft() {
        return Languages.isRightToLeft(locale);
    }

    /// A name in the reader's language.
    public String pick(Multilingual name) {
        return name.in(locale);
    }

    public boolean signedIn() {
        return actor.isPresent();
    }

    public boolean may(Right right) {
        return actor.map(a -> a.may(right)).orElse(false);
    }

    public String personName() {
        return actor.map(Actor::personName).orElse("");
    }

    public String organisationName() {
        return actor.map(Actor::organisationName).orElse("");
    }

    /// A fresh id for a form's hidden field `id`: sent twice, it still makes one thing.
    public String freshId() {
        return Id.next().toString();
    }

    /// This page's address with that language chosen.
    public String inLanguage(Locale language) {
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                .map(part -> part + "&")
                .reduce("", String::concat);
        return path + "?" + kept + "lang=" + language.toLanguageTag();
    }

    public String mass(Mass mass) {
        return formats().mass(mass);
    }

    public String money(Money money) {
        return formats().money(money);
    }

    public String price(Price price) {
        return formats().price(price);
    }

    public String area(Area area) {
        return formats().area(area);
    }

    public String number(long number) {
        return formats().number(number);
    }

    public String percent(long basisPoints) {
        return formats().percent(basisPoints);
    }

    public String date(LocalDate date) {
        return formats().date(date);
    }

    public String instant(Instant instant) {
        return formats().instant(instant);
    }

    public String week(IsoWeek week) {
        return formats().week(week);
    }

    public String weeks(WeekSpan span) {
        return formats().weeks(span);
    }
}
