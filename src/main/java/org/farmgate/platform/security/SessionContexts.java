package org.farmgate.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Finds the actor behind the session cookie, when somebody first asks for it: pictures and style sheets cost no
/// query. Nothing is saved here; sessions begin and end by [SignIns].
@Component
class SessionContexts implements SecurityContextRepository {
    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(SessionCookie.read(request));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.read(request).isPresent();
    }

    private final class Deferred implements DeferredSecurityContext {
        private final Optional<Secret> secret;
        private @Nullable SecurityContext found;

        Deferred(Optional<Secret> secret) {
            this.secret = secret;
        }

        @Override
        public SecurityContext get() {
            if (found == null)
                found = secret.flatMap(sessions::actor).map(SignedIn::as).orElseGet(SecurityContextImpl::new);
            return found;
        }

        @Override
        public boolean isGenerated() {
            return secret.isEmpty();
        }
    }
}
