package org.farmgate.shop;

import java.util.regex.Pattern;
import org.farmgate.platform.InputBroken;

/// Whom the goods go to. Kept sealed; used to deliver the order and to reach its buyer, for nothing else.
///
/// @param telephone digits, spaces and a leading plus
/// @param address as a driver needs it
public record Contact(String name, String telephone, String address) {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_ADDRESS = 300;
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,22}[0-9]");

    /// Refuses by the input errors `missing`, `too-long`, `not-a-telephone`, `control-character`.
    public Contact {
        name = checked("name", name, LONGEST_NAME);
        telephone = checked("telephone", telephone, 24);
        address = checked("address", address, LONGEST_ADDRESS);
        if (!TELEPHONE.matcher(telephone).matches()) throw new InputBroken("telephone", "not-a-telephone");
    }

    /// The digits alone, by which one buyer is one buyer however they write their number.
    String digits() {
        var digits = new StringBuilder(telephone.length());
        for (int i = 0; i < telephone.length(); i++)
            if (Character.isDigit(telephone.charAt(i))) digits.append(telephone.charAt(i));
        return digits.toString();
    }

    private static String checked(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.length() > longest) throw new InputBroken(field, "too-long", longest);
        for (int i = 0; i < stripped.length(); i++)
            if (stripped.charAt(i) < ' ') throw new InputBroken(field, "control-character");
        return stripped;
    }
}
