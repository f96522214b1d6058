package org.farmgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.farmgate.trade.docking.Baselines;
import org.farmgate.trade.docking.DockingSolver;
import org.farmgate.trade.docking.Limits;
import org.farmgate.trade.docking.Locks;
import org.farmgate.trade.docking.Plan;
import org.farmgate.trade.docking.Progress;
import org.farmgate.trade.docking.Season;
import org.farmgate.trade.docking.Trip;

/// Docks generated seasons and reports surplus, bound, gap, time and memory beside two baselines. Progress
/// goes to the screen line by line; the last line is one JSON object. See bench/README.md.
public final class DockingBench {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Size(int supplies, int demands, double seconds) {}

    private static final List<Size> SIZES =
            List.of(new Size(500, 100, 10), new Size(2000, 500, 20), new Size(20_000, 5000, 60));

    private DockingBench() {}

    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        String size = option(arguments, "--size", quick ? "500x100" : "all");
        long seed = Long.parseLong(option(arguments, "--seed", "1"));
        double seconds = Double.parseDouble(option(arguments, "--seconds", "0"));
        List<String> results = new ArrayList<>();
        for (Size s : SIZES) {
            if (size.equals("all") || size.equals(s.supplies + "x" + s.demands)) {
                results.add(run(s, seed, seconds > 0 ? seconds : s.seconds));
            }
        }
        if (results.isEmpty()) {
            throw new IllegalArgumentException("--size must be one of 500x100, 2000x500, 20000x5000, all");
        }
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"docking\",\"seed\":%d,\"processors\":%d,\"instances\":[%s]}%n",
                seed,
                Runtime.getRuntime().availableProcessors(),
                String.join(",", results));
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 || at + 1 >= arguments.length ? otherwise : arguments[at + 1];
    }

    private static String run(Size size, long seed, double seconds) throws IOException {
        Season season = DockingInstances.season(size.supplies, size.demands, seed);
        System.out.printf(
                Locale.ROOT, "%d x %d, %d weeks, %.0f s%n", size.supplies, size.demands, season.weeks(), seconds);
        double loadBefore = SYSTEM.getSystemLoadAverage();
        long cpu = SYSTEM.getProcessCpuTime();
        Plan plan = new DockingSolver().solve(season, Locks.NONE, new Limits(seconds, seed), new Lines());
        double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        double load = (loadBefore + SYSTEM.getSystemLoadAverage()) / 2;
        System.out.println("  rechecking the bound, then the baselines");
        long rechecked = BoundChecker.boundFen(season, Locks.NONE, plan.certificate());
        if (rechecked < plan.surplusFen() || rechecked > plan.boundFen() + 1) {
            throw new AssertionError("the certificate proves " + rechecked + " fen, not " + plan.boundFen());
        }
        double nearest = Baselines.nearestYuan(season);
        double alone = Baselines.aloneYuan(season);
        long trucks = plan.trips().stream().mapToLong(Trip::count).sum();
        double filling = (double) plan.trips().stream().mapToLong(Trip::grams).sum()
                / plan.trips().stream().mapToLong(Trip::capacityGrams).sum();
        String json = String.format(
                Locale.ROOT,
                "{\"supplies\":%d,\"demands\":%d,\"weeks\":%d,\"surplus_yuan\":%.0f,\"bound_yuan\":%.0f,"
                        + "\"bound_rechecked_yuan\":%.0f,\"gap_percent\":%.3f,\"seconds\":%.1f,\"cpu_seconds\":%.1f,"
                        + "\"load_average\":%.1f,\"peak_memory_mb\":%d,\"trucks\":%d,\"truck_filling_percent\":%.1f,"
                        + "\"freight_yuan\":%.0f,\"same_freight_alone_yuan\":%.0f,\"placed_tonnes\":%.0f,"
                        + "\"baseline_nearest_yuan\":%.0f,\"baseline_alone_yuan\":%.0f}",
                size.supplies,
                size.demands,
                season.weeks(),
                plan.surplusFen() / 100.0,
                plan.boundFen() / 100.0,
                rechecked / 100.0,
                plan.gapPercent(),
                plan.seconds(),
                cpuSeconds,
                load,
                peakMemoryMegabytes(),
                trucks,
                100 * filling,
                plan.freight().totalFen() / 100.0,
                plan.freightAloneFen() / 100.0,
                plan.allocations().stream().mapToLong(a -> a.grams()).sum() / 1e6,
                nearest,
                alone);
        System.out.println("  " + json);
        return json;
    }

    /// The most memory the whole process, native parts included, ever held.
    private static long peakMemoryMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Runtime.getRuntime().totalMemory() >> 20;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }

    /// Prints a line every two seconds.
    private static final class Lines implements Progress {
        private long nextNanos = System.nanoTime();

        @Override
        public synchronized void report(Stage stage, long surplusFen, long boundFen, double shareDone) {
            if (System.nanoTime() >= nextNanos) {
                nextNanos = System.nanoTime() + 2_000_000_000L;
                System.out.printf(
                        Locale.ROOT,
                        "  %3.0f %% %s surplus %.0f yuan, bound %s%n",
                        100 * shareDone,
                        stage,
                        surplusFen / 100.0,
                        boundFen == Long.MAX_VALUE
                                ? "none yet"
                                : String.format(Locale.ROOT, "%.0f yuan", boundFen / 100.0));
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
