package org.farmgate.live.web;

import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.video.Playlists;
import org.farmgate.live.video.Playlists.Mode;
import org.farmgate.live.video.StreamKeys;
import org.springframework.stereotype.Component;

/// Prepares player and camera for whichever page they stand on.
@Component
class VideoViews {
    private final Playlists playlists;
    private final StreamKeys keys;

    VideoViews(Playlists playlists, StreamKeys keys) {
        this.playlists = playlists;
        this.keys = keys;
    }

    PlayerView player(Show show) {
        return PlayerView.of(show, !show.isLive() && playlists.has(show.id(), Mode.REPLAY));
    }

    CameraView camera(Show show) {
        return camera(show, Optional.empty());
    }

    CameraView camera(Show show, Optional<String> newKey) {
        return new CameraView(show, keys.address(), newKey, keys.sending(show.id()));
    }
}
