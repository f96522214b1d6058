package org.farmgate.logistics.parcels;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.place.Gs1;
import org.farmgate.platform.InputBroken;

/// A Serial Shipping Container Code of GS1: eighteen digits, the last one the check digit (GS1 General
/// Specifications, section 3.2.1: application identifier 00). It names one parcel, bag or cage.
public record Sscc(@JsonValue String digits) {
    private static final Pattern EIGHTEEN = Pattern.compile("[0-9]{18}");
    private static final Pattern IN_LINK = Pattern.compile("^https?://.*/00/([0-9]{18})(?:[/?#].*)?$");
    private static final Pattern WITH_IDENTIFIER =
            Pattern.compile("^(?:\\]C1|\\]d2|\\]Q3)?(?:\\(00\\)|00)([0-9]{18})$");

    /// Refuses by the input errors `sscc-length` and `check-digit` of the field `code`.
    public Sscc {
        if (!EIGHTEEN.matcher(digits).matches()) throw new InputBroken("code", "sscc-length");
        if (!Gs1.isRight(digits)) throw new InputBroken("code", "check-digit", digits);
    }

    /// @param companyPrefix of seven to ten digits, as GS1 gives it to an organisation
    /// @param serial fills what is left of the seventeen digits, the extension digit included
    /// @throws IllegalStateException when the prefix has no serials left
    public static Sscc of(String companyPrefix, long serial) {
        int room = 17 - companyPrefix.length();
        String padded = String.format(java.util.Locale.ROOT, "%0" + room + "d", serial);
        if (padded.length() > room) throw new IllegalStateException("no serials left for the prefix " + companyPrefix);
        // The extension digit stands before the company prefix, the rest of the serial after it.
        String body = padded.charAt(0) + companyPrefix + padded.substring(1);
        return new Sscc(body + Gs1.checkDigit(body));
    }

    /// What a scanner read or a person typed: bare digits, with the application identifier, or a Digital
    /// Link. Empty when it is no SSCC at all, such as another carrier's waybill number.
    public static Optional<Sscc> find(String code) {
        String text = code.strip();
        Matcher link = IN_LINK.matcher(text);
        if (link.matches()) return right(link.group(1));
        String plain = Gs1.plainDigits(text);
        Matcher identified = WITH_IDENTIFIER.matcher(plain);
        return right(identified.matches() ? identified.group(1) : plain);
    }

    private static Optional<Sscc> right(String digits) {
        return EIGHTEEN.matcher(digits).matches() && Gs1.isRight(digits)
                ? Optional.of(new Sscc(digits))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
