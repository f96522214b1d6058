package org.farmgate.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/// A closed-loop load over HTTP/1.1: so many buyers, each with a kept connection of its own, each
/// asking again as soon as it has its answer. As thin as can be, since it shares the machine with what
/// it measures.
final class Load {
    private final int port;
    private final String path;
    private final String headers;

    Load(int port, String path, String headers) {
        this.port = port;
        this.path = path;
        this.headers = headers;
    }

    /// What a buyer sends next.
    interface Bodies {
        String next(int buyer, long number);
    }

    /// What came of it, for each request in turn.
    ///
    /// @param answers bodies of those that were answered 200 or 201, when they were to be kept
    record Outcome(
            int buyers, double seconds, long answered, long refused, long failed, long[] nanos, List<String> answers) {
        double perSecond() {
            return answered / seconds;
        }

        double percentileMilliseconds(double percent) {
            if (nanos.length == 0) return 0;
            return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * percent / 100))] / 1e6;
        }

        String json(String name) {
            return String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"buyers\":%d,\"per_second\":%.0f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"answered\":%d,\"refused\":%d,\"failed\":%d}",
                    name,
                    buyers,
                    perSecond(),
                    percentileMilliseconds(50),
                    percentileMilliseconds(99),
                    answered,
                    refused,
                    failed);
        }
    }

    Outcome run(int buyers, double seconds, boolean keep, Bodies bodies) throws InterruptedException {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        LongSupplier left = () -> until - System.nanoTime();
        Buyer[] all = new Buyer[buyers];
        var done = new CountDownLatch(buyers);
        long began = System.nanoTime();
        for (int b = 0; b < buyers; b++) {
            Buyer buyer = all[b] = new Buyer(b, keep, bodies, left);
            Thread.ofVirtual().start(() -> {
                try {
                    buyer.buy();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        double took = (System.nanoTime() - began) / 1e9;
        long[] nanos = Arrays.stream(all)
                .flatMapToLong(b -> Arrays.stream(b.nanos, 0, b.count))
                .sorted()
                .toArray();
        List<String> answers = new ArrayList<>();
        for (Buyer b : all) answers.addAll(b.answers);
        return new Outcome(
                buyers,
                took,
                Arrays.stream(all).mapToLong(b -> b.answered).sum(),
                Arrays.stream(all).mapToLong(b -> b.refused).sum(),
                Arrays.stream(all).mapToLong(b -> b.failed).sum(),
                nanos,
                answers);
    }

    private final class Buyer {
        private final int number;
        private final boolean keep;
        private final Bodies bodies;
        private final LongSupplier left;
        private final List<String> answers = new ArrayList<>();
        private long[] nanos = new long[1024];
        private int count;
        private long answered;
        private long refused;
        private long failed;

        Buyer(int number, boolean keep, Bodies bodies, LongSupplier left) {
            this.number = number;
            this.keep = keep;
            this.bodies = bodies;
            this.left = left;
        }

        void buy() {
            long sent = 0;
            while (left.getAsLong() > 0) {
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(60_000);
                    OutputStream out = socket.getOutputStream();
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
                    while (left.getAsLong() > 0) one(out, in, bodies.next(number, sent++));
                } catch (IOException broken) {
                    failed++;
                }
            }
        }

        private void one(OutputStream out, InputStream in, String body) throws IOException {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + headers + "Content-Length: " + content.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] whole = Arrays.copyOf(head, head.length + content.length);
            System.arraycopy(content, 0, whole, head.length, content.length);
            long began = System.nanoTime();
            out.write(whole);
            int status = HttpAnswer.read(in, answer -> {
                if (keep) answers.add(answer);
            });
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
            nanos[count++] = System.nanoTime() - began;
            if (status == 200 || status == 201) answered++;
            else if (status == 409 || status == 422 || status == 503) refused++;
            else failed++;
        }
    }
}
