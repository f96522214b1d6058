package org.farmgate.shop.web;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Wanted;

/// What somebody wants to buy, as their browser keeps it: nothing is written here before they order, and a cart holds
/// no goods. Whatever a cookie says is brought into range or left out; what things cost is never in it.
public record Cart(List<Line> lines) {
    public static final int MOST_LINES = 40;
    private static final int ID_LENGTH = 22;

    public record Line(ListingId listing, int packs) {}

    public Cart {
        lines = List.copyOf(lines);
    }

    static Cart empty() {
        return new Cart(List.of());
    }

    /// `<listing in 22 letters><packs>`, joined by dots.
    static Cart read(String text) {
        List<Line> lines = new ArrayList<>();
        for (String part : text.split("\\.")) {
            if (lines.size() == MOST_LINES || part.length() <= ID_LENGTH || part.length() > ID_LENGTH + 5) continue;
            try {
                var listing = new ListingId(uuid(part.substring(0, ID_LENGTH)));
                int packs = Integer.parseInt(part.substring(ID_LENGTH));
                boolean known = lines.stream().anyMatch(line -> line.listing().equals(listing));
                if (!known && packs >= 1 && packs <= Wanted.MOST_PACKS) lines.add(new Line(listing, packs));
            } catch (IllegalArgumentException _) {
                // Not of our making: left out.
            }
        }
        return new Cart(lines);
    }

    String write() {
        return String.join(
                ".",
                lines.stream()
                        .map(line -> letters(line.listing().value()) + line.packs())
                        .toList());
    }

    static String letters(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    static UUID uuid(String letters) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(letters));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /// So many packs of it now; none takes the line out. What does not fit any more is left as it was.
    Cart with(ListingId listing, int packs) {
        List<Line> now = new ArrayList<>();
        boolean found = false;
        for (Line line : lines) {
            if (!line.listing().equals(listing)) now.add(line);
            else if (packs > 0) now.add(new Line(listing, packs));
            found |= line.listing().equals(listing);
        }
        if (!found && packs > 0 && now.size() < MOST_LINES) now.add(new Line(listing, packs));
        return new Cart(now);
    }

    Cart plus(ListingId listing, int packs) {
        return with(listing, Math.min(Wanted.MOST_PACKS, packs + packs(listing)));
    }

    Cart without(Collection<ListingId> gone) {
        return new Cart(
                lines.stream().filter(line -> !gone.contains(line.listing())).toList());
    }

    int packs(ListingId listing) {
        return lines.stream()
                .filter(line -> line.listing().equals(listing))
                .mapToInt(Line::packs)
                .sum();
    }

    List<ListingId> listings() {
        return lines.stream().map(Line::listing).toList();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public int packs() {
        return lines.stream().mapToInt(Line::packs).sum();
    }
}
