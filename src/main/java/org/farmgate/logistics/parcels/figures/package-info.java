/// How busy a centre is and how punctual its county: counted from scans, never typed.
@NullMarked
package org.farmgate.logistics.parcels.figures;

import org.jspecify.annotations.NullMarked;
