/// Pictures drawn by the server as SVG: no script, no colour of their own (classes of farmgate.css give it),
/// readable at 360 px, mirrored for right-to-left readers, and each with its figures as a table beside it. They
/// take plain values and finished texts, so they know no produce.
@NullMarked
@NamedInterface("charts")
package org.farmgate.platform.web.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
