/// The picture and the sound of a show: taken from the host's browser or from a media server in pieces of a second,
/// kept, and offered as HLS (RFC 8216). Inside `live` alone.
@NullMarked
package org.farmgate.live.video;

import org.jspecify.annotations.NullMarked;
