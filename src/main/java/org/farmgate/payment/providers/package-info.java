/// The ways money can take, behind one small interface.
@NullMarked
package org.farmgate.payment.providers;

import org.jspecify.annotations.NullMarked;
