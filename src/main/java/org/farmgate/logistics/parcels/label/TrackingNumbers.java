package org.farmgate.logistics.parcels.label;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.place.Gs1;
import org.farmgate.platform.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The numbers by which anybody may follow a parcel. SSCCs are counted up, so who has one could try the next; a
/// tracking number is the SSCC and six letters made from it with our key, which stand on the label alone. The QR
/// code carries both as a GS1 Digital Link (standard 1.4) on our own host.
@Component
public class TrackingNumbers {
    public static final int KEY_LENGTH = 6;

    /// Without what looks alike.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final Pattern NUMBER = Pattern.compile("([0-9]{18})[-\\s]*([2-9A-Z]{" + KEY_LENGTH + "})");
    private static final Pattern LINK =
            Pattern.compile("HTTPS?://.*/00/([0-9]{18})\\?K=([2-9A-Z]{" + KEY_LENGTH + "})");

    private final Sealing sealing;
    private final String host;

    TrackingNumbers(
            Sealing sealing,
            @Value("${farmgate.public-url:}") String address,
            @Value("${server.address:localhost}") String listens,
            @Value("${server.port:8080}") String port) {
        this.sealing = sealing;
        String shown = address.isBlank() ? "http://" + listens + ":" + port : address.strip();
        this.host = shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
    }

    /// What the QR code says.
    public String link(Sscc sscc) {
        return host + path(sscc);
    }

    /// The tracking page's address on this host.
    public String path(Sscc sscc) {
        return "/00/" + sscc + "?k=" + key(sscc);
    }

    /// As people read it out: `395270000000000018-K7QM4X`.
    public String number(Sscc sscc) {
        return sscc + "-" + key(sscc);
    }

    /// Whose number this is; empty where it is nobody's, whether the digits or the letters are wrong.
    ///
    /// @param text a number as typed, or what a scanner read from the QR code
    public Optional<Sscc> read(String text) {
        String upper = Gs1.plainDigits(text).toUpperCase(Locale.ROOT);
        for (Pattern pattern : new Pattern[] {NUMBER, LINK}) {
            Matcher parts = pattern.matcher(upper);
            if (parts.matches()) return Sscc.find(parts.group(1)).filter(sscc -> opens(sscc, parts.group(2)));
        }
        return Optional.empty();
    }

    /// In the same time, however much of it is right.
    public boolean opens(Sscc sscc, String key) {
        return MessageDigest.isEqual(
                key(sscc).getBytes(StandardCharsets.US_ASCII),
                key.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    String key(Sscc sscc) {
        UUID mark = sealing.fingerprint(sscc.digits(), "parcel tracking");
        long left = mark.getMostSignificantBits() & Long.MAX_VALUE;
        var key = new StringBuilder(KEY_LENGTH);
        for (int at = 0; at < KEY_LENGTH; at++) {
            key.append(LETTERS.charAt((int) (left % LETTERS.length())));
            left /= LETTERS.length();
        }
        return key.toString();
    }
}
