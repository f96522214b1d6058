package org.farmgate.platform.imports;

import java.util.List;
import java.util.regex.Pattern;
import org.farmgate.platform.InputBroken;

/// One column of a kind of file.
///
/// @param name English snake case, such as `floor_price`
/// @param required whether a file without it is refused; single cells are the reader's affair
/// @param examples what the template shows, the same number in every column of a kind
public record Column(String name, boolean required, List<String> examples) {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Column {
        if (!SNAKE_CASE.matcher(name).matches()) throw new InputBroken(name, "no-such-choice", name);
        examples = List.copyOf(examples);
    }

    public static Column required(String name, String... examples) {
        return new Column(name, true, List.of(examples));
    }

    public static Column optional(String name, String... examples) {
        return new Column(name, false, List.of(examples));
    }

    /// The name of the field it is read as: `floorPrice`.
    public String field() {
        var field = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c != '_') field.append(upper ? Character.toUpperCase(c) : c);
            upper = c == '_';
        }
        return field.toString();
    }
}
