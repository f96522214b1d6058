package org.farmgate.platform.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.SignedRoute;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The filter chain: who is asking, headers, forgery. What somebody may do is not decided here but by `@Needs` on
/// the handler and by the facades; only the operations' pages, which are no handlers of ours, are closed here.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /// Only what comes from here is run, drawn or asked: a script that slipped into a name would find no way to
    /// start.
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:;"
            + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// Each request is measured as a whole; a timer for each filter besides would take a third of its time.
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain farmgateChain(
            HttpSecurity http,
            SessionContexts contexts,
            BearerTokens tokens,
            Refusals refusals,
            ObjectProvider<SignedRoute> signed)
            throws Exception {
        var forgery = new CookieCsrfTokenRepository();
        forgery.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(forgery)
                        .ignoringRequestMatchers(BearerTokens::isOffered)
                        .ignoringRequestMatchers(signed.stream()
                                .map(route -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, route.path()))
                                .toArray(RequestMatcher[]::new)))
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(failing ->
                        failing.authenticationEntryPoint(refusals::tell).accessDeniedHandler(refusals::tell))
                .addFilterAfter(tokens, SecurityContextHolderFilter.class)
                .addFilterBefore(new BodyLimit(refusals), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((who, context) -> new AuthorizationDecision(isLoopback(context)
                                || who.get().getPrincipal() instanceof Actor actor && actor.may(Right.ADMINISTER)))
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "accelerometer=(), geolocation=(self), camera=(self), microphone=(self), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        strict -> strict.includeSubDomains(false).maxAgeInSeconds(31_536_000));
    }

    private static boolean isLoopback(RequestAuthorizationContext context) {
        try {
            // The address is digits, so nothing is looked up. A proxy on this machine names whom it asks for.
            return context.getRequest().getHeader("X-Forwarded-For") == null
                    && context.getRequest().getHeader("Forwarded") == null
                    && InetAddress.getByName(context.getRequest().getRemoteAddr())
                            .isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// We keep accounts ourselves; this only stops the framework from inventing a user of its own.
    @Bean
    UserDetailsService nobodyByFramework() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
