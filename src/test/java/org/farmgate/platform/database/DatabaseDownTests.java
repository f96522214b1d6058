package org.farmgate.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.farmgate.platform.Right;
import org.farmgate.testing.Cast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The database goes away and comes back while the application runs. Between the two stands a wire that can
/// be laid anew, for the server takes another port each time it starts.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Cast.class)
@DirtiesContext
class DatabaseDownTests {
    private static final List<String> SMALL = List.of("shared_buffers=16MB", "fsync=off");
    private static final Wire WIRE = Wire.open();
    private static final DataFolder FOLDER = folder();
    private static EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, SMALL);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @LocalServerPort
    int port;

    private static DataFolder folder() {
        try {
            Path folder = Path.of(
                    "target", "test-data", "down-" + ProcessHandle.current().pid());
            Path unpacked = PostgresBinaries.unpack(Files.createDirectories(Path.of("target", "test-data", "binaries"))
                    .toAbsolutePath());
            Path own = Files.createDirectories(folder.resolve("postgres"));
            Files.createSymbolicLink(own.resolve(unpacked.getFileName()), unpacked);
            return DataFolder.open(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void through(DynamicPropertyRegistry properties) {
        WIRE.leadTo(port(postgres));
        properties.add(
                "farmgate.database.url",
                () -> postgres.address().jdbcUrl().replace(":" + port(postgres) + "/", ":" + WIRE.port() + "/")
                        + "&user="
                        + postgres.address().username() + "&password="
                        + postgres.address().password());
        properties.add(
                "farmgate.data",
                () -> "target/test-data/down-app-" + ProcessHandle.current().pid());
        properties.add("farmgate.demo", () -> "false");
        properties.add("spring.datasource.hikari.connection-timeout", () -> "1000");
    }

    private static int port(EmbeddedPostgres server) {
        return URI.create(server.address().jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    @AfterAll
    static void tidy() {
        postgres.close();
        WIRE.close();
        FOLDER.close();
    }

    @Test
    void whileItIsGonePagesAndProgramsAreToldAndAfterwardsAllGoesOn(@Autowired Cast cast) throws Exception {
        var signedIn = new MockHttpServletRequest();
        cast.signedInAs(cast.officer()).postProcessRequest(signedIn);
        String cookie = signedIn.getCookies()[0].getName() + "=" + signedIn.getCookies()[0].getValue();
        String bearer = cast.bearer(cast.officer(), Right.SEE_SUPPLY);
        assertThat(page(cookie).statusCode()).isEqualTo(200);
        assertThat(program(bearer).statusCode()).isEqualTo(200);
        assertThat(health().statusCode()).isEqualTo(200);

        postgres.close();
        WIRE.cut();
        HttpResponse<String> page = page(cookie);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(page.body()).contains("<html lang=\"en\"", "</html>").doesNotContain("Exception", "SQL");
        HttpResponse<String> problem = program(bearer);
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"code\":\"unavailable\"", "\"status\":503");
        assertThat(health().statusCode()).isEqualTo(503);
        assertThat(health().body()).contains("DOWN");

        postgres = EmbeddedPostgres.start(FOLDER, SMALL);
        WIRE.leadTo(port(postgres));
        await().atMost(Duration.ofSeconds(30)).until(() -> page(cookie).statusCode() == 200);
        assertThat(program(bearer).statusCode()).isEqualTo(200);
        assertThat(health().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> page(String cookie) throws Exception {
        return send("/plots", "Cookie", cookie, "text/html");
    }

    private HttpResponse<String> program(String bearer) throws Exception {
        return send("/api/v1/plots", "Authorization", bearer, "application/json");
    }

    private HttpResponse<String> health() throws Exception {
        return send("/actuator/health", "X-Nothing", "nothing", "application/json");
    }

    private HttpResponse<String> send(String path, String header, String value, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(header, value)
                .header("Accept", accept)
                .header("Accept-Language", "en")
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
