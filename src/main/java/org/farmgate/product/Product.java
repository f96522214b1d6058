package org.farmgate.product;

import java.util.Optional;
import java.util.regex.Pattern;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;

/// Something that is grown or made. It is retired, not deleted: lots and papers name it for years.
///
/// @param code how files name it: letters, digits, hyphens, at most 40; upper and lower case are the same
/// @param family what it is counted with, such as `melon`; a word of [#FAMILIES] or one's own
/// @param storage how it is kept as a rule
/// @param shelfLifeDays how long it can be sold when kept so, 1 to 3650
/// @param chilledShelfLifeDays how long when what keeps in the open is put into the cold; at least as long
/// @param needsColdTransport whether only a cold truck may carry it
public record Product(
        ProductId id,
        String code,
        Multilingual name,
        String family,
        Storage storage,
        int shelfLifeDays,
        Optional<Integer> chilledShelfLifeDays,
        boolean needsColdTransport,
        boolean retired) {
    public static final int LONGEST_SHELF_LIFE_DAYS = 3650;
    /// Families that have a name in all languages.
    public static final java.util.List<String> FAMILIES = java.util.List.of(
            "melon",
            "grape",
            "stone-fruit",
            "pome-fruit",
            "berry",
            "jujube",
            "nut",
            "dried-fruit",
            "vegetable",
            "grain",
            "bread",
            "dairy",
            "meat",
            "honey",
            "juice",
            "spice",
            "fibre",
            "other");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /// Refuses by the input errors `product-code`, `missing`, `too-long`, `out-of-range`, `chilled-shorter`.
    public Product {
        code = checkedCode(code);
        family = family.strip();
        if (family.isEmpty()) throw new InputBroken("family", "missing");
        if (family.length() > 60) throw new InputBroken("family", "too-long", 60);
        checkDays("shelfLifeDays", shelfLifeDays);
        if (chilledShelfLifeDays.isPresent()) {
            int chilled = chilledShelfLifeDays.get();
            checkDays("chilledShelfLifeDays", chilled);
            if (storage != Storage.AMBIENT || chilled < shelfLifeDays)
                throw new InputBroken("chilledShelfLifeDays", "chilled-shorter");
        }
    }

    /// One that is in use and of which nothing is known about chilling.
    public Product(
            ProductId id,
            String code,
            Multilingual name,
            String family,
            Storage storage,
            int shelfLifeDays,
            boolean needsColdTransport) {
        this(id, code, name, family, storage, shelfLifeDays, Optional.empty(), needsColdTransport, false);
    }

    Product asRetired(boolean nowRetired) {
        return new Product(
                id, code, name, family, storage, shelfLifeDays, chilledShelfLifeDays, needsColdTransport, nowRetired);
    }

    static String checkedCode(String code) {
        String stripped = code.strip();
        if (!CODE.matcher(stripped).matches()) throw new InputBroken("code", "product-code");
        return stripped;
    }

    private static void checkDays(String field, int days) {
        if (days < 1 || days > LONGEST_SHELF_LIFE_DAYS)
            throw new InputBroken(field, "out-of-range", 1, LONGEST_SHELF_LIFE_DAYS);
    }
}
