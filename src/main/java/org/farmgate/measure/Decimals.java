package org.farmgate.measure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.farmgate.measure.MeasureBroken.Reason;

/// Reads numbers as people type them, in any script's digits, and keeps them exact.
final class Decimals {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}([,\\u00a0\\u202f ]\\d{3})+|\\d+)(\\.\\d+)?");
    private static final int LONGEST = 40;

    private Decimals() {}

    /// The number times ten to the `scale`, not negative, at most `greatest`.
    static long unsigned(String text, int scale, long greatest) {
        long value = scaled(text, scale, greatest);
        if (value < 0) throw new MeasureBroken(Reason.NEGATIVE, text.strip());
        return value;
    }

    static long scaled(String text, int scale, long greatest) {
        return exact(parse(text).movePointRight(scale), text, greatest);
    }

    static BigDecimal parse(String text) {
        // Full-width digits from a Chinese keyboard become plain ones; Arabic-Indic digits are folded one by one.
        String plain = foldDigits(Normalizer.normalize(text.strip(), Normalizer.Form.NFKC));
        if (plain.length() > LONGEST || !NUMBER.matcher(plain).matches())
            throw new MeasureBroken(Reason.NOT_A_NUMBER, shorten(text));
        return new BigDecimal(plain.replaceAll("[,\\u00a0\\u202f ]", ""));
    }

    static long exact(BigDecimal value, String text, long greatest) {
        if (value.abs().compareTo(BigDecimal.valueOf(greatest)) > 0)
            throw new MeasureBroken(Reason.TOO_LARGE, shorten(text));
        try {
            return value.longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new MeasureBroken(Reason.TOO_FINE, shorten(text));
        }
    }

    private static String foldDigits(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
            if (digit >= 0) folded.append((char) ('0' + digit));
            else if (point == '\u066b') folded.append('.');
            else if (point == '\u066c') folded.append(',');
            else folded.appendCodePoint(point);
        });
        return folded.toString();
    }

    private static String shorten(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST) + "…";
    }
}
