/// Files of rows: read, checked to the last row, and taken whole or not at all. A module says what one row of
/// a kind means by a bean of type [ImportKind]; reading, faults, progress and the pages are here.
@NullMarked
@NamedInterface("imports")
package org.farmgate.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
