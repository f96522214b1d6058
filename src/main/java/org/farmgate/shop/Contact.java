package org.farmgate.shop;

import java.util.Optional;
import java.util.regex.Pattern;
import org.farmgate.platform.Fields;
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

    /// Out of the fields `name`, `telephone` and `address`; empty where one of them is wrong, which they then tell.
    public static Optional<Contact> from(Fields fields) {
        String name = fields.text("name", LONGEST_NAME);
        String telephone = fields.text("telephone", 24);
        String address = fields.text("address", LONGEST_ADDRESS);
        if (telephone == null) return Optional.empty();
        try {
            // Where another field is missing that is told already; the number is looked at all the same.
            return Optional.of(new Contact(name == null ? "-" : name, telephone, address == null ? "-" : address));
        } catch (InputBroken broken) {
            broken.errors()
                    .forEach(error -> fields.wrong(
                            error.field(), error.code(), error.arguments().toArray()));
            return Optional.empty();
        }
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
