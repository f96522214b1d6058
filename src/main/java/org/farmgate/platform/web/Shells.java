package org.farmgate.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Capacities;
import org.farmgate.platform.web.Shell.Choice;
import org.farmgate.platform.web.Shell.NavItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the [Shell] of a request.
@Component
class Shells {
    private final MessageSource messages;
    private final ObjectProvider<Capacities> capacities;
    private final List<NavEntry> entries;

    Shells(MessageSource messages, ObjectProvider<Capacities> capacities, ObjectProvider<NavEntry> entries) {
        this.messages = messages;
        this.capacities = capacities;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order).thenComparing(NavEntry::href))
                .toList();
    }

    Shell of(HttpServletRequest request) {
        Optional<Actor> actor = CurrentActor.find();
        String path = Optional.ofNullable((String) request.getAttribute("jakarta.servlet.error.request_uri"))
                .orElse(request.getRequestURI());
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Shell(
                messages,
                Languages.nearest(RequestContextUtils.getLocale(request)),
                theme(request),
                actor,
                actor.map(this::choices).orElse(List.of()),
                nav(actor, path),
                path,
                Optional.ofNullable(request.getQueryString()).orElse(""),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken());
    }

    private List<Choice> choices(Actor actor) {
        Capacities known = capacities.getIfAvailable();
        if (known == null) return List.of();
        return known.of(actor.person()).stream()
                .map(capacity -> new Choice(capacity.organisation().toString(), capacity.name()))
                .toList();
    }

    private List<NavItem> nav(Optional<Actor> actor, String path) {
        return entries.stream()
                .filter(entry -> entry.open()
                        || actor.filter(someone -> entry.rights().isEmpty()
                                        || entry.rights().stream().anyMatch(someone::may))
                                .isPresent())
                .map(entry -> new NavItem(
                        entry.href(),
                        entry.labelKey(),
                        entry.icon(),
                        path.equals(entry.href()) || path.startsWith(entry.href() + "/")))
                .toList();
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals("theme"))
                .map(Cookie::getValue)
                .filter(value -> value.equals("light") || value.equals("dark"))
                .findFirst()
                .orElse("auto");
    }
}
