package org.farmgate.product;

import java.util.regex.Pattern;
import org.farmgate.place.Gs1;
import org.farmgate.platform.InputBroken;

/// A Global Trade Item Number of GS1 in any of its four lengths: 8 (small packs), 12 (North America), 13 (the
/// usual bar code), 14 (cases). All four are one number, written with zeros in front ([#fourteen]).
public record Gtin(String digits) {
    private static final Pattern LENGTHS = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    /// Refuses by the input errors `gtin-length` and `check-digit` of the field `gtin`.
    public Gtin {
        if (!LENGTHS.matcher(digits).matches() || digits.chars().allMatch(c -> c == '0'))
            throw new InputBroken("gtin", "gtin-length");
        if (!Gs1.isRight(digits)) throw new InputBroken("gtin", "check-digit", digits);
    }

    /// What a person typed or scanned, with or without spaces.
    public static Gtin parse(String text) {
        return new Gtin(Gs1.plainDigits(text));
    }

    /// With zeros in front: two spellings of one number are equal only so.
    public String fourteen() {
        return "0".repeat(14 - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
