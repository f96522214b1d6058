package org.farmgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.logistics.routing.Vehicle;

/// Reads a CVRPLIB `.vrp` file (TSPLIB's format): coordinates or a written-out matrix, demands, perhaps a longest
/// route.
final class CvrplibFile {
    /// The older sets are published for exactly as many vehicles as their names say; set X for any number.
    private static final Pattern FIXED_FLEET = Pattern.compile("[ABEFMP]-n\\d+-k(\\d+)");

    private final Map<String, String> header = new HashMap<>();
    private final Map<String, List<String>> sections = new HashMap<>();

    private CvrplibFile(List<String> lines) {
        List<String> section = new ArrayList<>();
        for (String raw : lines) {
            String line = raw.strip();
            int colon = line.indexOf(':');
            if (line.isEmpty() || line.equals("EOF")) {
                continue;
            }
            if (line.contains("_SECTION")) {
                section = new ArrayList<>();
                sections.put(line.replace(":", "").strip(), section);
            } else if (colon > 0) {
                header.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            } else {
                section.add(line);
            }
        }
    }

    static RoutingInstance read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.vrp$", "");
        return new CvrplibFile(Files.readAllLines(file)).instance(name);
    }

    private RoutingInstance instance(String name) {
        int n = Integer.parseInt(need("DIMENSION"));
        double service = Double.parseDouble(header.getOrDefault("SERVICE_TIME", "0"));
        long[] demands = new long[n];
        for (String line : section("DEMAND_SECTION")) {
            StringTokenizer words = new StringTokenizer(line);
            demands[Integer.parseInt(words.nextToken()) - 1] = (long) Double.parseDouble(words.nextToken());
        }
        List<RoutingInstance.Node> nodes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            nodes.add(new RoutingInstance.Node(demands[i], 0, 0, i == 0 ? 0 : service));
        }
        String longest = header.get("DISTANCE");
        Matcher fixed = FIXED_FLEET.matcher(name);
        return new RoutingInstance(
                name,
                fixed.matches() ? Integer.parseInt(fixed.group(1)) : Vehicle.UNLIMITED,
                (long) Double.parseDouble(need("CAPACITY")),
                need("EDGE_WEIGHT_TYPE").equals("EXPLICIT") ? written(n) : straight(n),
                nodes,
                List.of(),
                longest == null ? Double.POSITIVE_INFINITY : Double.parseDouble(longest),
                false,
                false);
    }

    private String need(String key) {
        String value = header.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the file has no " + key);
        }
        return value;
    }

    private List<String> section(String name) {
        List<String> section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException("the file has no " + name);
        }
        return section;
    }

    private double[][] straight(int n) {
        if (!need("EDGE_WEIGHT_TYPE").equals("EUC_2D")) {
            throw new IllegalArgumentException("distances of type " + need("EDGE_WEIGHT_TYPE") + " are not known");
        }
        double[][] points = new double[n][];
        for (String line : section("NODE_COORD_SECTION")) {
            StringTokenizer words = new StringTokenizer(line);
            int node = Integer.parseInt(words.nextToken()) - 1;
            points[node] = new double[] {Double.parseDouble(words.nextToken()), Double.parseDouble(words.nextToken())};
        }
        double[][] distances = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                distances[a][b] = Math.hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]);
            }
        }
        return distances;
    }

    private double[][] written(int n) {
        StringTokenizer words = new StringTokenizer(String.join(" ", section("EDGE_WEIGHT_SECTION")));
        String format = need("EDGE_WEIGHT_FORMAT").toUpperCase(Locale.ROOT);
        double[][] distances = new double[n][n];
        for (int a = 0; a < n; a++) {
            int from = format.startsWith("FULL") || format.startsWith("LOWER") ? 0 : a;
            int to = format.startsWith("FULL") || format.startsWith("UPPER") ? n - 1 : a;
            boolean diagonal = format.startsWith("FULL") || format.contains("DIAG");
            for (int b = from; b <= to; b++) {
                if (b != a || diagonal) {
                    double distance = Double.parseDouble(words.nextToken());
                    distances[a][b] = distance;
                    if (!format.startsWith("FULL")) {
                        distances[b][a] = distance;
                    }
                }
            }
        }
        if (words.hasMoreTokens() || (format.endsWith("COL") && !format.contains("ROW"))) {
            throw new IllegalArgumentException("the matrix is not written as " + format + " is read here");
        }
        return distances;
    }
}
