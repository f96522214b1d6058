package org.farmgate.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Programs bring `Authorization: Bearer fg_…` to the JSON API. Whoever offers a token is judged by it alone,
/// never by a cookie beside it, and needs no proof against forgery: a foreign page cannot make a browser send
/// that header.
@Component
class BearerTokens extends OncePerRequestFilter {
    private final Tokens tokens;
    private final Refusals refusals;

    BearerTokens(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    static boolean isOffered(HttpServletRequest request) {
        String path = request.getRequestURI();
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return (path.startsWith("/api/") || path.startsWith("/actuator/"))
                && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOffered(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        Optional<Actor> actor =
                tokens.actor(new Secret(header.substring("bearer ".length()).strip()));
        if (actor.isEmpty()) {
            refusals.tell(request, response, new BadCredentialsException("no such token"));
            return;
        }
        SecurityContextHolder.setContext(SignedIn.as(actor.get()));
        chain.doFilter(request, response);
    }

    /// Only the security chain runs it.
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class NotByItself {
        @Bean
        FilterRegistrationBean<BearerTokens> bearerTokensRegistration(BearerTokens filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
