package org.farmgate.platform.print;

/// A column of a printed table.
///
/// @param weight its share of the width, against the weights of the other columns
/// @param numeric whether its cells align at the end, so that digits stand under digits
public record Column(Words title, int weight, boolean numeric) {
    public Column {
        if (weight < 1) {
            throw new IllegalArgumentException("a column's weight is 1 or more, not " + weight);
        }
    }

    public static Column text(int weight, String... title) {
        return new Column(Words.of(title), weight, false);
    }

    public static Column number(int weight, String... title) {
        return new Column(Words.of(title), weight, true);
    }
}
