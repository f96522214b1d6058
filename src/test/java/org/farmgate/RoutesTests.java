package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.platform.Right;
import org.farmgate.platform.SignedRoute;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route of the running application, whichever module it comes from: each says who may come, the list of
/// them is kept in `docs/generated/routes.md`, and each closed one is tried by a guest and by somebody who has no
/// rights.
@WholeAppTest
class RoutesTests {
    private static final Path GOLDEN = Path.of("docs/generated/routes.md");

    private final MockMvcTester mvc;
    private final Cast cast;
    private final RequestMappingHandlerMapping mapping;
    private final List<SignedRoute> signed;

    @Autowired
    RoutesTests(
            MockMvcTester mvc,
            Cast cast,
            List<SignedRoute> signed,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mvc = mvc;
        this.cast = cast;
        this.mapping = mapping;
        this.signed = signed;
    }

    /// @param rights one of which opens it; empty for any who is signed in
    record Route(String method, String path, boolean open, Set<Right> rights, boolean says, String where) {
        String who() {
            if (open) return "all";
            return rights.isEmpty()
                    ? "signed in"
                    : rights.stream().map(Right::name).sorted().collect(Collectors.joining(", "));
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        /// With an id that names nothing wherever the path wants one.
        String tried() {
            return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    @Test
    void everyRouteSaysWhoMayCome() {
        assertThat(routes().stream().filter(route -> !route.says()).map(Route::where))
                .as("routes with neither @Needs nor @OpenToAll")
                .isEmpty();
        assertThat(routes()).as("are there routes at all").hasSizeGreaterThan(20);
    }

    /// A route that opens or closes shows in the change that does it.
    @Test
    void theListOfRoutesIsTheOneInTheDocs() throws IOException {
        String now = "# Routes\n\nWho may come where; written and compared by `RoutesTests`.\n\n"
                + "| method | path | who |\n|---|---|---|\n"
                + routes().stream()
                        .map(route -> "| %s | `%s` | %s |\n".formatted(route.method(), route.path(), route.who()))
                        .collect(Collectors.joining());
        String before = Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "";
        if (!before.equals(now)) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, now);
        }
        assertThat(before)
                .as("docs/generated/routes.md is written anew: look at what changed, then commit it")
                .isEqualTo(now);
    }

    @Test
    void aGuestComesNowhereThatIsClosed() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            if (route.open()) continue;
            MvcTestResult result = tried(route, SecurityMockMvcRequestPostProcessors.csrf());
            int status = result.getResponse().getStatus();
            boolean sent = status == 302
                    && String.valueOf(result.getResponse().getHeader("Location"))
                            .startsWith("/sign-in?next=");
            if (route.isApi() ? status != 401 : !sent) faults.add(route + " answered " + status);
        }
        assertThat(faults).isEmpty();
    }

    /// Where a right is needed, whoever has none is denied; where none is, they meet what exists for them, or
    /// nothing, but never an accident.
    @Test
    void whoeverHasNoRightsIsDeniedWhereverOneIsNeeded() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            if (route.open()) continue;
            int status =
                    tried(route, cast.signedInAs(cast.nobody())).getResponse().getStatus();
            if (route.rights().isEmpty() ? status >= 500 : status != 403) faults.add(route + " answered " + status);
        }
        assertThat(faults).isEmpty();
    }

    /// Whoever may do everything, sending nonsense or nothing, is told so: never an accident of ours.
    @Test
    void nonsenseIsNeverAnAccident() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            // Signing out ends the session that the others are tried with.
            if (route.path().equals("/sign-out") || route.path().equals("/error")) continue;
            int status =
                    tried(route, cast.signedInAs(cast.admin())).getResponse().getStatus();
            if (status >= 500) faults.add(route + " answered " + status);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void formsWithoutTheirProofAreRefusedEverywhere() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            if (route.method().equals("GET") || route.path().equals("/error")) continue;
            if (signed.contains(new SignedRoute(route.path()))) continue;
            int status = tried(route, request -> request).getResponse().getStatus();
            if (status != 403) faults.add(route + " answered " + status);
        }
        assertThat(faults).isEmpty();
    }

    /// Each of these proves its sender by a signature or a key, and has tests of its own that change it.
    @Test
    void onlyWhatIsSignedNeedsNoProof() {
        assertThat(signed)
                .containsExactlyInAnyOrder(
                        new SignedRoute("/payments/callbacks/{provider}"),
                        new SignedRoute("/api/v1/outside/{channel}/orders"),
                        new SignedRoute("/api/v1/outside/{channel}/cancellations"),
                        new SignedRoute("/api/v1/carriers/{carrier}/events"),
                        new SignedRoute("/live/rtmp/publish"),
                        new SignedRoute("/live/rtmp/done"));
    }

    private MvcTestResult tried(Route route, RequestPostProcessor who) {
        return mvc.method(HttpMethod.valueOf(route.method()))
                .uri(route.tried())
                .accept(route.isApi() ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                .with(who)
                .exchange();
    }

    private Set<Route> routes() {
        Set<Route> routes =
                new TreeSet<>(java.util.Comparator.comparing(Route::path).thenComparing(Route::method));
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.farmgate.")) routes.addAll(routes(info, handler));
        });
        return routes;
    }

    private static List<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        boolean onMethod = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Needs.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), OpenToAll.class);
        var said = onMethod ? handler.getMethod() : handler.getBeanType();
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(said, Needs.class);
        boolean open = AnnotatedElementUtils.hasAnnotation(said, OpenToAll.class);
        Set<Right> rights =
                needs == null ? Set.of() : Arrays.stream(needs.value()).collect(Collectors.toUnmodifiableSet());
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<Route> routes = new ArrayList<>();
        for (String path : info.getPatternValues())
            for (String method : methods.isEmpty()
                    ? List.of("GET")
                    : methods.stream().map(RequestMethod::name).toList())
                routes.add(
                        new Route(method, path, open, rights, open != (needs != null), handler.getShortLogMessage()));
        return routes;
    }
}
