package org.farmgate.live.web;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

@Configuration(proxyBeanMethods = false)
class EventsConfiguration {
    /// A stream lasts for hours: timed like a page it would spoil the times of pages, and its observation would lie in
    /// memory all the while.
    @Bean
    ObservationPredicate streamsAreNotTimed() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && isStream(request.getCarrier().getRequestURI()));
    }

    private static boolean isStream(String path) {
        return path.startsWith("/shows/") && path.endsWith("/events");
    }
}
