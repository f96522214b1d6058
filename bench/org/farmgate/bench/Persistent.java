package org.farmgate.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Buyers who do not give up: when there is no answer they ask again with the same key, as a browser
/// would, until the order is taken or refused.
final class Persistent {
    private static final Pattern ORDER = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Supplier<ServerUnderTest> servers;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    /// @param servers whom to ask just now; it may be dead
    Persistent(Supplier<ServerUnderTest> servers) {
        this.servers = servers;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    long refused() {
        return refused.get();
    }

    long repeated() {
        return repeated.get();
    }

    void stop() {
        enough.set(true);
    }

    /// Orders one pack of the listing after another until it is told to stop, or `most` times.
    void buy(int listing, long most) {
        for (long done = 0; done < most && !enough.get(); done++) {
            UUID key = UuidCreator.getTimeOrderedEpoch();
            String telephone =
                    "139" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
            while (!one(key, telephone, listing) && !enough.get()) repeated.incrementAndGet();
        }
    }

    /// Whether there was an answer that settles it.
    private boolean one(UUID key, String telephone, int listing) {
        ServerUnderTest server = servers.get();
        String body = "{\"key\":\"" + key + "\",\"name\":\"Guli\",\"telephone\":\"" + telephone
                + "\",\"address\":\"12 Garden Street\",\"region\":\"" + server.region()
                + "\",\"provider\":\"cash\",\"lines\":[{\"listing\":\""
                + server.listings().get(listing)
                + "\",\"packs\":1}]}";
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + server.proof() + "Connection: close\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(40_000);
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(content);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int status = HttpAnswer.read(in, answer -> {
                Matcher order = ORDER.matcher(answer);
                if (order.find()) acknowledged.add(order.group(1));
            });
            if (status == 409) refused.incrementAndGet();
            return status == 200 || status == 201 || status == 409;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }
}
