/// The web shell: what every page and every JSON route shares. Pages are JTE templates that get a [Shell]; what
/// may be reached by whom is said on the handler by [Needs] or [OpenToAll], and a handler that says nothing is
/// refused.
@NullMarked
@NamedInterface("web")
package org.farmgate.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
