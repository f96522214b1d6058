package org.farmgate.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Best known costs from a `BKS.json`: names with a number, or with an object that has one; nested or in a list as may
/// be. Where there is none, the `Cost` line of a `.sol` file beside the instance counts.
final class BestKnown {
    private static final List<String> COST_WORDS = List.of(
            "cost",
            "bks",
            "best_known",
            "bestknown",
            "best",
            "distance",
            "td",
            "objective",
            "optimal",
            "optimum",
            "value");
    private static final List<String> NAME_WORDS = List.of("name", "instance", "id");

    private static final List<String> VEHICLE_WORDS = List.of("vehicles", "nv", "routes", "k");

    private final Map<String, BigDecimal> costs = new HashMap<>();
    private final Map<String, Integer> vehicles = new HashMap<>();

    /// The nearest `BKS.json`, in the instance's folder or above it up to the root.
    static BestKnown near(Path instance, Path root) throws IOException {
        BestKnown known = new BestKnown();
        Path top = root.toAbsolutePath();
        for (Path folder = instance.toAbsolutePath().getParent();
                folder != null && folder.startsWith(top);
                folder = folder.getParent()) {
            Path file = folder.resolve("BKS.json");
            if (Files.exists(file)) {
                known.add("", JsonMapper.shared().readTree(Files.readString(file)));
                return known;
            }
        }
        Path solution =
                instance.resolveSibling(instance.getFileName().toString().replaceFirst("\\.[^.]*$", ".sol"));
        if (Files.exists(solution)) {
            for (String line : Files.readAllLines(solution)) {
                if (line.strip().toLowerCase(Locale.ROOT).startsWith("cost")) {
                    String cost = line.replaceAll("(?i)cost|[:=]", "").strip();
                    known.put(instance.getFileName().toString(), new BigDecimal(cost));
                }
            }
        }
        return known;
    }

    static BestKnown of(String json) {
        BestKnown known = new BestKnown();
        known.add("", JsonMapper.shared().readTree(json));
        return known;
    }

    private void add(String name, JsonNode node) {
        if (node.isNumber()) {
            put(name, node.decimalValue());
        } else if (node.isString() && node.asString().matches("[\\d.]+")) {
            put(name, new BigDecimal(node.asString()));
        } else if (node.isArray()) {
            node.forEach(each -> add("", each));
        } else if (node.isObject()) {
            String named = NAME_WORDS.stream()
                    .filter(w -> node.has(w) && node.get(w).isString())
                    .map(w -> node.get(w).asString())
                    .findFirst()
                    .orElse(name);
            JsonNode cost = COST_WORDS.stream()
                    .filter(node::has)
                    .map(node::get)
                    .filter(JsonNode::isNumber)
                    .findFirst()
                    .orElse(null);
            if (cost != null) {
                put(named, cost.decimalValue());
                VEHICLE_WORDS.stream()
                        .filter(w -> node.has(w) && node.get(w).isNumber())
                        .findFirst()
                        .ifPresent(w -> vehicles.put(plain(named), node.get(w).asInt()));
            } else {
                node.properties().forEach(e -> add(e.getKey(), e.getValue()));
            }
        }
    }

    private void put(String name, BigDecimal cost) {
        costs.put(plain(name), cost);
    }

    private static String plain(String name) {
        return name.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("(?i)\\.(vrp|txt|sol)$", "")
                .toLowerCase(Locale.ROOT);
    }

    OptionalDouble cost(String instance) {
        BigDecimal cost = costs.get(plain(instance));
        return cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost.doubleValue());
    }

    OptionalInt vehicles(String instance) {
        Integer known = vehicles.get(plain(instance));
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /// How the costs of the instances like this one were reckoned, told from their decimals: two or more mean unrounded
    /// distances, one the cut ones, none whole numbers (with Solomon's, where no cost is known: cut ones).
    Rounding rounding(RoutingInstance instance) {
        String kind = plain(instance.name()).replaceAll("\\d.*", "").replaceFirst("^(l?)(rc|r|c)$", "$1timed");
        int decimals = costs.entrySet().stream()
                .filter(e -> e.getKey()
                        .replaceAll("\\d.*", "")
                        .replaceFirst("^(l?)(rc|r|c)$", "$1timed")
                        .equals(kind))
                .mapToInt(e -> Math.max(0, e.getValue().stripTrailingZeros().scale()))
                .max()
                .orElse(instance.timed() ? 1 : 0);
        return decimals > 1 ? Rounding.EXACT : decimals == 1 || instance.timed() ? Rounding.TENTHS : Rounding.WHOLE;
    }
}
