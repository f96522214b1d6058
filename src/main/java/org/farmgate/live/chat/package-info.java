/// What viewers and the host say to one another during a show. It knows nothing of streams: whoever shows it reads the
/// latest changes again when told.
@NullMarked
package org.farmgate.live.chat;

import org.jspecify.annotations.NullMarked;
