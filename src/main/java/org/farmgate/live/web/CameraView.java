package org.farmgate.live.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.video.StreamKeys.Sending;
import org.farmgate.platform.web.Shell;

/// What the camera on the host's desk needs. Included as `@template.live.camera(shell = …, camera = …)`, for hosts
/// only.
///
/// @param address where other tools send to; empty where there is no media server
/// @param newKey the key for them, just made; it is shown this once
/// @param sending what another tool is sending now
public record CameraView(Show show, Optional<String> address, Optional<String> newKey, Optional<Sending> sending) {
    /// What the script may have to say: messages `live.video.camera.<word>`; `#` stands for a number.
    public static final List<String> WORDS = List.of(
            "idle",
            "ready",
            "starting",
            "sending",
            "muted",
            "behind",
            "waiting",
            "sending-rest",
            "stopped",
            "lost",
            "again",
            "over",
            "superseded",
            "signed-out",
            "denied",
            "none",
            "unavailable",
            "insecure",
            "unable",
            "not-live");

    /// What is wrong with what is being sent, in the reader's words.
    public String trouble(Shell shell) {
        String code = sending.flatMap(Sending::trouble).orElse("");
        return shell.orElse("live.video.trouble." + code, code.toUpperCase(Locale.ROOT));
    }
}
