package org.farmgate.live.web;

import java.util.List;
import org.farmgate.live.Show;

/// What the player of one show needs. Included as `@template.live.player(shell = …, player = …)` where it is
/// [#present].
///
/// @param live now, rather than again
/// @param present whether there is anything to play: a show on air always has, though it may have to be waited for
/// @param main where the playlists lie
public record PlayerView(
        String title, String path, boolean live, boolean present, String main, String sound, String still) {
    /// What the script may have to say: messages `live.video.player.<word>`.
    public static final List<String> WORDS =
            List.of("waiting", "broken", "stalled", "weak", "still", "press", "unable", "over");

    static PlayerView of(Show show, boolean replay) {
        String folder = show.path() + (show.isLive() ? "/hls/" : "/hls/replay/");
        return new PlayerView(
                show.title(),
                show.path(),
                show.isLive(),
                show.isLive() || replay,
                folder + "main.m3u8",
                folder + "sound.m3u8",
                show.path() + "/still.jpg");
    }
}
