package org.farmgate.logistics.parcels;

import org.farmgate.platform.InputBroken;

/// Somebody at one end of a parcel's way. It lies sealed.
///
/// @param address may be empty where a parcel is fetched
public record Contact(String name, String telephone, String address) {
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_TELEPHONE = 30;
    public static final int LONGEST_ADDRESS = 300;

    /// Refuses by the input errors `missing`, `too-long`, `control-character`.
    public Contact {
        name = checked("name", name, LONGEST_NAME);
        telephone = checked("telephone", telephone, LONGEST_TELEPHONE);
        address = address.isBlank() ? "" : checked("address", address, LONGEST_ADDRESS);
    }

    static String checked(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.codePointCount(0, stripped.length()) > longest) throw new InputBroken(field, "too-long", longest);
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'))
            throw new InputBroken(field, "control-character");
        return stripped;
    }
}
