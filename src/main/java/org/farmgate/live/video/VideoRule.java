package org.farmgate.live.video;

import org.farmgate.platform.Rule;

/// What is refused of a show's picture and sound. What was refused is not kept, and the show goes on as it was.
public enum VideoRule implements Rule {
    /// Video is taken while the show is on air, and only then.
    VIDEO_SHOW_NOT_LIVE,
    /// Fragmented MP4 of the kinds that browsers play.
    VIDEO_MALFORMED,
    /// A piece is no larger than a few seconds of good video.
    VIDEO_TOO_LARGE,
    /// A piece is long enough to be worth a request, and no longer than the playlist promises.
    VIDEO_LENGTH_OUT_OF_RANGE,
    /// Pieces come one after the other, so that what is listed once never moves.
    VIDEO_OUT_OF_ORDER,
    /// A number stands for one piece.
    VIDEO_DIFFERS,
    /// Another camera has taken over.
    VIDEO_SUPERSEDED,
    /// A still is a JPEG of a sane size.
    VIDEO_NOT_A_STILL,
    /// A media server sends only with the show's key.
    VIDEO_KEY_REFUSED,
    /// A recording is kept as long as the law says.
    VIDEO_KEPT_UNTIL;

    @Override
    public int status() {
        return switch (this) {
            case VIDEO_MALFORMED, VIDEO_LENGTH_OUT_OF_RANGE, VIDEO_NOT_A_STILL -> 422;
            case VIDEO_TOO_LARGE -> 413;
            case VIDEO_KEY_REFUSED -> 403;
            case VIDEO_SHOW_NOT_LIVE, VIDEO_OUT_OF_ORDER, VIDEO_DIFFERS, VIDEO_SUPERSEDED, VIDEO_KEPT_UNTIL -> 409;
        };
    }
}
