package org.farmgate.live.audience;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// One tab of a browser that watches: the events that came, in order, with when.
public final class Tab implements AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> answer;
    private volatile boolean ended;

    public record Event(String name, String data, long nanos) {}

    private Tab(HttpRequest request) throws IOException, InterruptedException {
        answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    /// @param headers names and values
    public static Tab open(int port, String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) request.headers(headers);
        return new Tab(request.build());
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) name = line.substring(7);
                if (line.startsWith("data: ")) events.add(new Event(name, line.substring(6), System.nanoTime()));
            }
        } catch (IOException | UncheckedIOException closed) {
            // By us or by the server.
        } finally {
            ended = true;
        }
    }

    public int status() {
        return answer.statusCode();
    }

    /// The cookie it was given, as it is sent back; empty where it was given none.
    public String cookie() {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("viewer="))
                .map(one -> one.split(";")[0])
                .findFirst()
                .orElse("");
    }

    public List<Event> all(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /// Waits for one whose data is as wanted.
    public Event await(String name, Predicate<String> data) {
        return Awaitility.await("event " + name)
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> all(name).stream()
                                .filter(event -> data.test(event.data()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    public Event await(String name, String part) {
        return await(name, data -> data.contains(part));
    }

    /// Waits until the last one of that name is as wanted.
    public void awaitLast(String name, Predicate<String> data) {
        Awaitility.await("last " + name)
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    List<Event> all = all(name);
                    return !all.isEmpty() && data.test(all.getLast().data());
                });
    }

    public void awaitEnd() {
        Awaitility.await("the end").atMost(LONG_ENOUGH).until(() -> ended);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
