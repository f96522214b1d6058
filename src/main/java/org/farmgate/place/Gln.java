package org.farmgate.place;

import java.util.regex.Pattern;
import org.farmgate.platform.InputBroken;

/// A Global Location Number of GS1: thirteen digits, the last one the check digit. It names a place to trading
/// partners all over the world.
public record Gln(String digits) {
    private static final Pattern THIRTEEN = Pattern.compile("[0-9]{13}");

    /// Refuses by the input errors `gln-length` and `check-digit` of the field `gln`.
    public Gln {
        if (!THIRTEEN.matcher(digits).matches() || digits.equals("0000000000000"))
            throw new InputBroken("gln", "gln-length");
        if (!Gs1.isRight(digits)) throw new InputBroken("gln", "check-digit", digits);
    }

    /// What a person typed, with or without spaces.
    public static Gln parse(String text) {
        return new Gln(Gs1.plainDigits(text));
    }

    @Override
    public String toString() {
        return digits;
    }
}
