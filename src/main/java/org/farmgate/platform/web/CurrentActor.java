package org.farmgate.platform.web;

import java.util.Optional;
import org.farmgate.platform.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is asking in the request at hand, as the security chain found out: its authentication's principal is the
/// [Actor]. Handlers simply take an `Actor` parameter.
public final class CurrentActor {
    private CurrentActor() {}

    public static Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }
}
