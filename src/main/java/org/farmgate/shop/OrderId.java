package org.farmgate.shop;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;

/// An order of one seller in one county. It follows from the client's key, the origin and the seller,
/// so it need not be looked up to know whether it is there.
public record OrderId(UUID value) implements Id {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    /// The key's time stays, as it keeps neighbours together in the index; the rest is a hash, so
    /// whoever is told the order does not learn the key, which opens the buyer's page.
    public static OrderId of(OrderKey key, RegionId origin, PartyId seller) {
        try {
            ByteBuffer text = ByteBuffer.allocate(48);
            for (Id id : new Id[] {key, origin, seller})
                text.putLong(id.value().getMostSignificantBits())
                        .putLong(id.value().getLeastSignificantBits());
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.array()));
            long high = key.value().getMostSignificantBits() & TIME | VERSION_7 | hash.getLong() & 0xFFF;
            return new OrderId(new UUID(high, VARIANT | hash.getLong() >>> 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// How people name it: eight letters and digits that are hard to mistake for one another.
    public String number() {
        var text = new StringBuilder(9);
        long bits = value.getLeastSignificantBits();
        for (int place = 0; place < 8; place++) {
            if (place == 4) text.append('-');
            text.append(LETTERS.charAt((int) (bits >>> place * 5) & 31));
        }
        return text.toString();
    }

    /// The last ten hexadecimal digits of the orders that people name so: as they are read from a screen, in any
    /// case, with or without the hyphen. Empty where it is no such number.
    public static Optional<String> ending(String number) {
        String letters = number.strip().replace("-", "").toUpperCase(Locale.ROOT);
        if (letters.length() != 8) return Optional.empty();
        long bits = 0;
        for (int place = 7; place >= 0; place--) {
            int letter = LETTERS.indexOf(letters.charAt(place));
            if (letter < 0) return Optional.empty();
            bits = bits << 5 | letter;
        }
        return Optional.of(String.format(Locale.ROOT, "%010x", bits));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
