/// Printed papers: PDF sheets in English, Chinese and Uyghur, mixed freely. The PDF library places one glyph per
/// character and left to right, which breaks Uyghur; so text is ordered and shaped here first, and the shaped
/// glyphs are embedded. Start with [Sheet].
@NullMarked
@NamedInterface("print")
package org.farmgate.platform.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
