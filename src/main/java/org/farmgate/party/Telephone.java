package org.farmgate.party;

import java.util.Optional;
import java.util.regex.Pattern;
import org.farmgate.platform.Fields;

/// A telephone number as people write it.
public final class Telephone {
    private static final Pattern SHAPE = Pattern.compile("[+0-9][0-9 ()-]{2,29}");

    private Telephone() {}

    /// The field `telephone`, if there is something in it; else an input error `not-a-telephone`.
    public static Optional<String> read(Fields fields) {
        return fields.optional("telephone", all -> {
            String text = all.text("telephone", 30);
            return text == null || SHAPE.matcher(text).matches() ? text : all.wrong("telephone", "not-a-telephone");
        });
    }
}
