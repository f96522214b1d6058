package org.farmgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Thousands of viewers in one process with little memory: one thread, non-blocking sockets, and of
/// each event just what is measured. Told by its standard input: `add N` (until N are there),
/// `begin`, `end` (prints what was measured).
public final class Crowd {
    private static final int AT_ONCE = 200;
    private static final byte[] DATA = "data: {".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress server;
    private final String show;
    private final List<String> cookies;
    private final Map<String, StockClock> clocks = new HashMap<>();
    private final Selector selector = Selector.open();
    private final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final byte[] bytes = new byte[256 * 1024];

    private int wanted;
    private int begun;
    private int pending;
    private int watching;
    private int failed;
    private int lost;
    private boolean told = true;
    private boolean measuring;
    private long beganNanos;
    private final Delays pins = new Delays();
    private final Delays stock = new Delays();
    private final Map<String, Integer> pinsSeen = new HashMap<>();
    private long stockEvents;
    private long viewersShown;

    private static final class Viewer {
        final int number;
        boolean answered;
        long left = Long.MAX_VALUE;

        Viewer(int number) {
            this.number = number;
        }
    }

    /// @param arguments port, show, file of cookies, database address, user, password, then `listing,sellable` of each
    /// item
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Crowd(arguments).run();
    }

    private Crowd(String[] arguments) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        show = arguments[1];
        cookies = Files.readAllLines(Path.of(arguments[2]));
        String[] database = {arguments[3], arguments[4], arguments[5].equals("-") ? "" : arguments[5]};
        for (int i = 6; i < arguments.length; i++) {
            String[] item = arguments[i].split(",");
            var clock = new StockClock(database, item[1]);
            clocks.put(item[0], clock);
            Thread.ofPlatform().daemon().start(clock);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                selector.wakeup();
            }
        } catch (IOException ended) {
            // So do we.
        }
        System.exit(0);
    }

    private void run() throws IOException {
        while (true) {
            for (String command = commands.poll(); command != null; command = commands.poll()) obey(command);
            while (begun < wanted && pending < AT_ONCE) connect();
            if (!told && begun == wanted && pending == 0) {
                told = true;
                System.out.println("CONNECTED " + watching + " " + failed);
            }
            selector.select(this::ready, 50);
        }
    }

    private void obey(String command) {
        if (command.startsWith("add ")) {
            wanted = Integer.parseInt(command.substring(4));
            told = false;
        } else if (command.equals("begin")) {
            pins.clear();
            stock.clear();
            pinsSeen.clear();
            stockEvents = 0;
            lost = 0;
            beganNanos = System.nanoTime();
            measuring = true;
        } else if (command.equals("end")) {
            measuring = false;
            System.out.println("MEASURED " + json());
        }
    }

    private String json() {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        // The last pin may still be under way, and the first may have been seen before.
        long whole =
                pinsSeen.values().stream().filter(seen -> seen * 2L > watching).count();
        return String.format(
                Locale.ROOT,
                "{\"watching\":%d,\"connect_failures\":%d,\"lost\":%d,\"viewers_shown\":%d,\"seconds\":%.1f,\"pins\":%d,\"pin\":%s,"
                        + "\"stock_events_per_second_and_viewer\":%.2f,\"stock\":%s}",
                watching,
                failed,
                lost,
                viewersShown,
                seconds,
                pinsSeen.size(),
                pins.json(Math.max(pins.all(), whole * watching)),
                watching == 0 ? 0 : stockEvents / seconds / watching,
                stock.json(stock.all()));
    }

    private void connect() {
        var viewer = new Viewer(begun++);
        SocketChannel channel;
        try {
            channel = SocketChannel.open();
        } catch (IOException tooMany) {
            // This process has no more files to open.
            failed++;
            return;
        }
        pending++;
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT, viewer);
            channel.connect(server);
        } catch (IOException refused) {
            drop(channel, viewer);
        }
    }

    private void drop(SocketChannel channel, Viewer viewer) {
        if (viewer.answered) {
            watching--;
            lost++;
        } else {
            pending--;
            failed++;
        }
        try {
            channel.close();
        } catch (IOException closed) {
            // It is.
        }
    }

    private void ready(SelectionKey key) {
        var viewer = (Viewer) key.attachment();
        var channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                channel.write(ByteBuffer.wrap(request(viewer)));
                return;
            }
            buffer.clear();
            int got = channel.read(buffer);
            if (got < 0) throw new IOException("ended");
            buffer.flip().get(bytes, 0, got);
            if (!viewer.answered) {
                boolean good = got > 12 && bytes[9] == '2' && bytes[10] == '0' && bytes[11] == '0';
                if (!good) throw new IOException("refused");
                viewer.answered = true;
                pending--;
                watching++;
            }
            read(viewer, got);
        } catch (IOException broken) {
            drop(channel, viewer);
        }
    }

    private byte[] request(Viewer viewer) {
        return ("GET /shows/" + show
                        + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAccept-Language: zh-CN\r\n"
                        + "Cookie: viewer=" + cookies.get(viewer.number % cookies.size()) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void read(Viewer viewer, int length) {
        int at = 0;
        while (at < length) {
            int end = at;
            while (end < length && bytes[end] != '\n') end++;
            if (end - at > DATA.length && starts(at)) line(viewer, at + DATA.length, end);
            at = end + 1;
        }
    }

    private boolean starts(int at) {
        for (int i = 0; i < DATA.length; i++) if (bytes[at + i] != DATA[i]) return false;
        return true;
    }

    private void line(Viewer viewer, int from, int to) {
        if (to - from < 8) return;
        // {"pin":"<uuid>",…  or  {"<uuid>":left}  or  {"now":n}
        if (bytes[from + 1] == 'p' && bytes[from + 2] == 'i' && bytes[from + 3] == 'n' && bytes[from + 4] == '"')
            pin(text(from + 7, from + 43));
        else if (bytes[from + 1] == 'n' && bytes[from + 2] == 'o') viewersShown = number(from + 6);
        else
            for (int at = from; to - at > 40 && bytes[at] == '"' && bytes[at + 37] == '"' && bytes[at + 38] == ':'; ) {
                left(viewer, text(at + 1, at + 37), number(at + 39));
                at += 39;
                while (at < to && bytes[at] != '"') at++;
            }
    }

    private void pin(String pin) {
        if (!measuring) return;
        long made = UUID.fromString(pin).getMostSignificantBits() >>> 16;
        if (made < System.currentTimeMillis() - (System.nanoTime() - beganNanos) / 1_000_000) return;
        pins.add(System.currentTimeMillis() - made);
        pinsSeen.merge(pin, 1, Integer::sum);
    }

    /// How late the first sale was seen that the event before did not know yet.
    private void left(Viewer viewer, String listing, long left) {
        StockClock clock = clocks.get(listing);
        if (clock == null) return;
        long before = viewer.left;
        viewer.left = left;
        if (!measuring) return;
        stockEvents++;
        // Another item: it may be long since its last event.
        if (left >= before || before - left > 100_000) return;
        long sold = clock.firstBelow(before);
        if (sold > 0) stock.add(System.currentTimeMillis() - sold);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private long number(int from) {
        long number = 0;
        for (int i = from; bytes[i] >= '0' && bytes[i] <= '9'; i++) number = number * 10 + bytes[i] - '0';
        return number;
    }
}
