/// Big files, apart from the database.
@NullMarked
@NamedInterface("blobs")
package org.farmgate.platform.blobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
