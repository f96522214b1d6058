package org.farmgate.live.video;

import java.util.Arrays;
import java.util.Locale;
import org.farmgate.platform.NotFound;

/// In which form a show can be watched.
public enum Rendition {
    /// Picture and sound.
    MAIN,
    /// Sound alone, for a weak line.
    SOUND;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Refuses by [NotFound].
    public static Rendition of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("page", word));
    }
}
