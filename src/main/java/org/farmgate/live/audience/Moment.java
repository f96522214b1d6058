package org.farmgate.live.audience;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The scene of now with the differences to earlier ones that were asked for: thousands saw the same one, so each is
/// made once. It goes when the next scene comes, so that no scene keeps an older one alive.
final class Moment {
    private final Scene scene;
    private final List<Map<Scene, byte[]>> differences = new ArrayList<>();

    Moment(Scene scene) {
        this.scene = scene;
        for (int i = 0; i < 2 * Tongues.ALL.size(); i++) differences.add(new IdentityHashMap<>());
    }

    Scene scene() {
        return scene;
    }

    byte[] since(Scene seen, int tongue, boolean desk) {
        Map<Scene, byte[]> made = differences.get(tongue * 2 + (desk ? 1 : 0));
        synchronized (made) {
            byte @Nullable [] known = made.get(seen);
            if (known == null) {
                known = scene.since(seen, tongue, desk);
                made.put(seen, known);
            }
            return known;
        }
    }
}
