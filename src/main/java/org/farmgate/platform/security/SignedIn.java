package org.farmgate.platform.security;

import java.util.List;
import org.farmgate.platform.Actor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/// A security context whose principal is an [Actor]. Rights are not copied into authorities: they are asked of the
/// actor.
public final class SignedIn {
    private SignedIn() {}

    public static SecurityContext as(Actor actor) {
        return new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(actor, "", List.of()));
    }
}
