package org.farmgate.platform.print;

import java.util.List;

/// One line as it is drawn: runs from left to right, and their width in points.
record Line(List<Glyphs> runs, float width) {
    static final Line EMPTY = new Line(List.of(), 0);
}
