package org.farmgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program in a process of its own, as it is shipped, on a data folder in `target/bench-data`.
final class ServerUnderTest implements AutoCloseable {
    static final String PARSE = "/api/v1/bench/parse";
    static final String ONE_BY_ONE = "/api/v1/bench/one-by-one";
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Process process;
    private final int port;
    private final String[] ready;
    private final String proof;

    private ServerUnderTest(Process process, int port, String[] ready) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        this.ready = ready;
        this.proof = askForProof();
    }

    static Path newFolder(String name) throws IOException {
        Path data = Path.of("target", "bench-data", name).toAbsolutePath();
        if (Files.exists(data))
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        return Files.createDirectories(data);
    }

    /// Waits until it serves.
    ///
    /// @param more further Java options, such as `-Dbench.packs=50`
    /// @param environment further variables
    static ServerUnderTest start(Path data, List<String> more, Map<String, String> environment)
            throws IOException, InterruptedException {
        return start("org.farmgate.shop.ShopServer", data, more, environment, List.of());
    }

    /// @param main the class that starts it
    /// @param settings further arguments, such as `--farmgate.live.most-streams=30000`
    static ServerUnderTest start(
            String main, Path data, List<String> more, Map<String, String> environment, List<String> settings)
            throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError"));
        // The launcher's variable for more options, such as a flight recording.
        String options = System.getenv("FARMGATE_JAVA_OPTS");
        if (options != null && !options.isBlank()) command.addAll(List.of(options.split(" +")));
        command.addAll(more);
        command.addAll(List.of(
                "-cp",
                // Surefire hides the real one behind a jar.
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main,
                "--farmgate.data=" + data,
                "--farmgate.port=" + port,
                "--farmgate.demo=false"));
        command.addAll(settings);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader said = process.inputReader();
        StringBuilder before = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("READY ")) {
                Thread.ofPlatform().daemon().start(() -> drain(said));
                return new ServerUnderTest(process, port, line.split(" "));
            }
            before.append(line).append('\n');
        }
        throw new IllegalStateException("the program did not start:\n" + before);
    }

    private static void drain(BufferedReader said) {
        try {
            while (said.readLine() != null) {}
        } catch (IOException ended) {
            // It was stopped.
        }
    }

    /// As a browser gets it: a cookie, and the form's hidden field that belongs to it.
    private String askForProof() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher hidden = PROOF.matcher(page.body());
            if (!hidden.find()) throw new IllegalStateException("no proof in the sign-in form");
            String cookie = page.headers().allValues("Set-Cookie").stream()
                    .filter(one -> one.startsWith("XSRF-TOKEN="))
                    .map(one -> one.split(";")[0])
                    .findFirst()
                    .orElseThrow();
            return "Accept: application/json\r\nCookie: " + cookie + "\r\nX-XSRF-TOKEN: " + hidden.group(1) + "\r\n";
        }
    }

    int port() {
        return port;
    }

    /// The headers that prove to the server that the order comes from a page of its own.
    String proof() {
        return proof;
    }

    String origin() {
        return ready[1];
    }

    String region() {
        return ready[1];
    }

    String jdbcUrl() {
        return ready[2];
    }

    String user() {
        return ready[3];
    }

    String password() {
        return ready[4];
    }

    List<String> listings() {
        return List.of(ready[5].split(","));
    }

    /// What else it said when it was ready.
    String further(int number) {
        return ready[6 + number];
    }

    long pid() {
        return process.pid();
    }

    /// As the kernel or a power cut would end it.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
