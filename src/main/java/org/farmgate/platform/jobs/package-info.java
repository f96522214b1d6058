/// Long work that a person may leave and find again: it survives a restart, shows how far it is, and can be
/// stopped. A module brings its work as a bean of type [JobWork] and starts it through [Jobs].
@NullMarked
@NamedInterface("jobs")
package org.farmgate.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
