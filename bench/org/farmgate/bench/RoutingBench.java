package org.farmgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.farmgate.logistics.routing.Effort;
import org.farmgate.logistics.routing.RoutingChecker;
import org.farmgate.logistics.routing.RoutingFault;
import org.farmgate.logistics.routing.RoutingPlan;
import org.farmgate.logistics.routing.RoutingProblem;
import org.farmgate.logistics.routing.RoutingProgress;
import org.farmgate.logistics.routing.RoutingSolver;

/// Routes published instances and reports each one's cost beside the best known. Progress goes to the screen line by
/// line; the last line is one JSON object. See bench/README.md.
public final class RoutingBench {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Result(String set, OptionalDouble gapPercent, String json) {}

    private final Path root;
    private final String rounding;
    private final String solver;
    private final int threads;
    private final Duration time;
    private final long seed;

    private RoutingBench(List<String> arguments) {
        root = Path.of(option(arguments, "--instances", "instances"));
        rounding = option(arguments, "--rounding", "auto").toUpperCase(Locale.ROOT);
        solver = option(arguments, "--solver", "farmgate");
        threads = Integer.parseInt(option(arguments, "--threads", "2"));
        seed = Long.parseLong(option(arguments, "--seed", "1"));
        String seconds = option(arguments, "--seconds", arguments.contains("--quick") ? "1" : "10");
        time = Duration.ofMillis(Math.round(1000 * Double.parseDouble(seconds)));
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        RoutingBench bench = new RoutingBench(words);
        if (!Files.isDirectory(bench.root)) {
            System.err.println("bench routing: --instances needs a folder of .vrp or .txt files; there is no "
                    + bench.root + ". bench/README.md tells where such files come from.");
            System.exit(2);
        }
        Pattern only = Pattern.compile(option(words, "--only", ".*"));
        int largest = Integer.parseInt(option(words, "--largest", "100000"));
        List<Result> results = new ArrayList<>();
        for (Path file : bench.files()) {
            RoutingInstance instance = read(file, words.contains("--fewest-vehicles"));
            if (only.matcher(instance.name()).find() && instance.nodes().size() - 1 <= largest) {
                results.add(bench.run(instance, BestKnown.near(file, bench.root)));
            }
        }
        bench.print(results);
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : arguments.get(at + 1);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".vrp") || (name.endsWith(".txt") && SolomonFile.is(file))) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static RoutingInstance read(Path file, boolean fewestVehicles) throws IOException {
        try {
            RoutingInstance read = file.toString().endsWith(".vrp") ? CvrplibFile.read(file) : SolomonFile.read(file);
            return fewestVehicles ? read.fewestVehicles() : read;
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Result run(RoutingInstance instance, BestKnown known) {
        Rounding how = rounding.equals("AUTO") ? known.rounding(instance) : Rounding.valueOf(rounding);
        RoutingProblem problem = instance.problem(how);
        double loadBefore = SYSTEM.getSystemLoadAverage();
        long cpu = SYSTEM.getProcessCpuTime();
        RoutingPlan plan = solve(problem);
        double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        double load = (loadBefore + SYSTEM.getSystemLoadAverage()) / 2;
        List<RoutingFault> faults = RoutingChecker.faults(problem, plan);
        if (!faults.isEmpty()) {
            throw new AssertionError(instance + ": the plan does not hold: " + faults);
        }
        double cost = instance.cost(plan, how);
        OptionalInt fewest = known.vehicles(instance.name());
        boolean comparable = plan.leftOut().isEmpty()
                && (!instance.fewestVehiclesFirst() || plan.routes().size() == fewest.orElse(-1));
        OptionalDouble best = comparable ? known.cost(instance.name()) : OptionalDouble.empty();
        OptionalDouble gap =
                best.isPresent() ? OptionalDouble.of(100 * (cost / best.getAsDouble() - 1)) : OptionalDouble.empty();
        System.out.printf(
                Locale.ROOT,
                "%-18s %4d stops  cost %10.2f  best known %10s  gap %7s  routes %3d (%s)  %5.1f s  cpu %5.1f s  load %4.1f%s%n",
                instance.name(),
                instance.nodes().size() - 1,
                cost,
                text(known.cost(instance.name()), "%.2f"),
                text(gap, "%.2f %%"),
                plan.routes().size(),
                fewest.isPresent() ? String.valueOf(fewest.getAsInt()) : "?",
                plan.seconds(),
                cpuSeconds,
                load,
                plan.leftOut().isEmpty() ? "" : "  LEFT OUT " + plan.leftOut().size());
        String json = String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"set\":\"%s\",\"stops\":%d,\"rounding\":\"%s\",\"cost\":%.4f,\"best_known_cost\":%s,"
                        + "\"gap_percent\":%s,\"routes\":%d,\"best_known_routes\":%s,\"left_out_stops\":%d,\"seconds\":%.2f,\"cpu_seconds\":%.2f,"
                        + "\"load_average\":%.1f}",
                instance.name(),
                instance.set(),
                instance.nodes().size() - 1,
                how.name().toLowerCase(Locale.ROOT),
                cost,
                text(known.cost(instance.name()), "%.4f"),
                text(gap, "%.4f"),
                plan.routes().size(),
                fewest.isPresent() ? String.valueOf(fewest.getAsInt()) : "null",
                plan.leftOut().size(),
                plan.seconds(),
                cpuSeconds,
                load);
        return new Result(instance.set(), gap, json);
    }

    private RoutingPlan solve(RoutingProblem problem) {
        if (solver.equals("ortools")) {
            return OrToolsRouting.solve(problem, time.toMillis() / 1000.0);
        }
        Effort effort = new Effort(time, Long.MAX_VALUE, threads, seed);
        return new RoutingSolver().solve(problem, effort, RoutingProgress.SILENT);
    }

    private static String text(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "null";
    }

    private void print(List<Result> results) {
        Map<String, List<Result>> sets = new TreeMap<>();
        results.forEach(r -> sets.computeIfAbsent(r.set, s -> new ArrayList<>()).add(r));
        List<String> means = new ArrayList<>();
        sets.forEach((set, members) -> {
            OptionalDouble mean =
                    members.stream().flatMapToDouble(r -> r.gapPercent.stream()).average();
            OptionalDouble worst =
                    members.stream().flatMapToDouble(r -> r.gapPercent.stream()).max();
            long compared =
                    members.stream().filter(r -> r.gapPercent.isPresent()).count();
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %3d instances, %3d compared: mean gap %s, worst %s%n",
                    set,
                    members.size(),
                    compared,
                    text(mean, "%.3f %%"),
                    text(worst, "%.3f %%"));
            means.add(String.format(
                    Locale.ROOT,
                    "\"%s\":{\"instances\":%d,\"compared\":%d,\"mean_gap_percent\":%s,\"worst_gap_percent\":%s}",
                    set,
                    members.size(),
                    compared,
                    text(mean, "%.4f"),
                    text(worst, "%.4f")));
        });
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"routing\",\"solver\":\"%s\",\"seconds_per_instance\":%.1f,\"threads\":%d,\"seed\":%d,\"processors\":%d,"
                        + "\"sets\":{%s},\"instances\":[%s]}%n",
                solver,
                time.toMillis() / 1000.0,
                threads,
                seed,
                Runtime.getRuntime().availableProcessors(),
                String.join(",", means),
                String.join(",", results.stream().map(Result::json).toList()));
    }
}
