package org.farmgate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.farmgate.Farmgate;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.HandOut;
import org.farmgate.logistics.parcels.HandOuts;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelQuery;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.PickupCode;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanAnswer;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.ScanOutcome;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.logistics.parcels.Wave;
import org.farmgate.logistics.parcels.WaveId;
import org.farmgate.logistics.parcels.WaveScan;
import org.farmgate.logistics.parcels.Waves;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Fills the parcel network of a fresh installation and times what people wait for: a scan, a scan at a
/// wave, closing a wave, tracking, a hand-out. The whole program runs, on its own PostgreSQL with its own
/// settings; only the loading goes past it. See bench/README.md.
public final class ParcelsBench {
    private static final Path DATA = Path.of("target", "bench-parcels");

    private final ParcelsLoad load;
    private final Parcels parcels;
    private final Scans scans;
    private final Waves waves;
    private final HandOuts handOuts;
    private final Actor operator = LedgerBench.operator();
    private final StringBuilder json = new StringBuilder();

    private ParcelsBench(ConfigurableApplicationContext context, ParcelsLoad load) {
        this.load = load;
        this.parcels = context.getBean(Parcels.class);
        this.scans = context.getBean(Scans.class);
        this.waves = context.getBean(Waves.class);
        this.handOuts = context.getBean(HandOuts.class);
    }

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        boolean quick = options.contains("--quick");
        int at = options.indexOf("--parcels");
        long wanted = at >= 0 ? Long.parseLong(options.get(at + 1)) : quick ? 200_000 : 1_000_000;
        remove(DATA);
        String result;
        try (ConfigurableApplicationContext context = SpringApplication.run(
                Farmgate.class,
                "--farmgate.data=" + DATA,
                "--farmgate.demo=false",
                "--farmgate.port=0",
                "--logging.level.root=warn")) {
            ParcelsLoad load = new ParcelsLoad(context, wanted);
            double seconds = load.run();
            ParcelsBench bench = new ParcelsBench(context, load);
            bench.measure(quick ? 300 : 2_000, quick ? 1 : 2);
            result = String.format(
                    Locale.ROOT,
                    "{\"bench\":\"parcels\",\"processors\":%d,\"load_average\":%.1f,\"parcels\":%d,\"steps\":%d,"
                            + "\"load_seconds\":%.0f,\"database_mb\":%d%s}",
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    wanted,
                    wanted * 6,
                    seconds,
                    load.megabytes(),
                    bench.json);
        }
        remove(DATA);
        System.out.println(result);
    }

    private void measure(int times, int rounds) {
        ParcelsLoad.County first = load.counties().get(0);
        List<String> scanned = load.numbers(first, "AT_SITE", times + Math.max(10, times / 10));
        time("scan", scanned, number -> counted(scans.record(operator, scan(number, first.centre(), ScanKind.OUT))));
        time(
                "scan_again",
                scanned,
                number -> counted(scans.record(operator, scan(number, first.centre(), ScanKind.IN))));
        List<String> all = load.numbers(load.counties().get(1), "HANDED_OUT", scanned.size());
        time("track", all, number -> {
            if (parcels.track(new Sscc(number)).orElseThrow().places().size() != 6) throw new AssertionError(number);
        });
        time("list_of_site", all.subList(0, Math.min(all.size(), 220)), _ -> {
            var query = new ParcelQuery(Paging.first(), Optional.of(first.centre()), java.util.Set.of());
            if (parcels.search(operator, query).rows().isEmpty()) throw new AssertionError();
        });
        time("hand_out", load.numbers(load.counties().get(2), "READY", scanned.size()), this::handOut);
        for (int round = 0; round < rounds; round++) wave(load.counties().get(3), round);
    }

    private void handOut(String number) {
        Parcel parcel = parcels.find(number).orElseThrow();
        PickupCode code = handOuts.newCode(operator, parcel.id());
        counted(handOuts.record(
                operator,
                new HandOut(ScanId.next(), number, parcel.state().site(), code, "Feng Yulan", Instant.now())));
    }

    private void wave(ParcelsLoad.County county, int round) {
        List<String> numbers = load.numbers(county, "AT_SITE", 5_000);
        Wave wave = waves.open(operator, WaveId.next(), county.centre());
        time(
                "wave" + round + "_scan",
                numbers,
                number -> counted(waves.scan(
                                operator,
                                wave.id(),
                                new WaveScan(ScanId.next(), number, Instant.now(), Optional.empty()))
                        .scan()));
        long started = System.nanoTime();
        List<Container> made = waves.close(operator, wave.id());
        double seconds = (System.nanoTime() - started) / 1e9;
        int packed = made.stream().mapToInt(Container::parcels).sum();
        if (packed != numbers.size()) throw new AssertionError(packed + " of " + numbers.size());
        LedgerBench.say("wave of %d closed in %.2f s, %d bags".formatted(packed, seconds, made.size()));
        json.append(String.format(
                Locale.ROOT,
                ",\"wave%d_parcels\":%d,\"wave%d_close_seconds\":%.2f,\"wave%d_bags\":%d",
                round,
                packed,
                round,
                seconds,
                round,
                made.size()));
    }

    private static Scan scan(String number, SiteId site, ScanKind kind) {
        return Scan.of(ScanId.next(), number, site, kind, Instant.now());
    }

    private static void counted(ScanAnswer answer) {
        if (answer.outcome() != ScanOutcome.COUNTED) throw new AssertionError(answer);
    }

    /// A tenth of them first, uncounted: the program warms up.
    private void time(String name, List<String> numbers, Consumer<String> deed) {
        int warmUp = numbers.size() / 11;
        numbers.subList(0, warmUp).forEach(deed);
        long[] nanos = new long[numbers.size() - warmUp];
        for (int i = 0; i < nanos.length; i++) {
            long started = System.nanoTime();
            deed.accept(numbers.get(warmUp + i));
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        double middle = nanos[nanos.length / 2] / 1e6;
        double high = nanos[(int) (nanos.length * 0.99)] / 1e6;
        LedgerBench.say("%s: p50 %.2f ms, p99 %.2f ms".formatted(name, middle, high));
        json.append(String.format(Locale.ROOT, ",\"%s_p50_ms\":%.2f,\"%s_p99_ms\":%.2f", name, middle, name, high));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
