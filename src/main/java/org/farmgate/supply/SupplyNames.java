package org.farmgate.supply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyRule;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind.Row;
import org.farmgate.product.Grade;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what a file names by code or name, a whole file in a few queries, and tells what it could not find.
@Component
class SupplyNames {
    private final Parties parties;
    private final Products products;
    private final PlotStore plots;
    private final SupplyAccess access;

    SupplyNames(Parties parties, Products products, PlotStore plots, SupplyAccess access) {
        this.parties = parties;
        this.products = products;
        this.plots = plots;
        this.access = access;
    }

    /// The growers whom the actor may act for, by code as the file has it. The others are faults.
    <R> Map<String, Party> growers(Actor actor, List<Row<R>> rows, Function<R, String> code, Faults faults) {
        Map<String, Party> known = new HashMap<>(
                parties.byCode(rows.stream().map(row -> code.apply(row.value())).collect(Collectors.toSet())));
        Set<PartyId> allowed =
                access.allowed(actor, known.values().stream().map(Party::id).collect(Collectors.toSet()));
        for (Row<R> row : rows) {
            Party party = known.get(code.apply(row.value()));
            if (party == null) faults.wrong(row.line(), "grower_code", "no-such-grower", code.apply(row.value()));
            else if (!allowed.contains(party.id()))
                faults.refused(row.line(), "grower_code", PartyRule.NO_CONSENT, party.name());
        }
        known.values().removeIf(party -> !allowed.contains(party.id()));
        return known;
    }

    /// A plot as files name it.
    record PlotName(PartyId grower, String name) {}

    Map<PlotName, Plot> plots(Collection<Party> growers) {
        Map<PlotName, Plot> byName = new HashMap<>();
        plots.ofGrowers(growers.stream().map(Party::id).toList())
                .forEach(plot -> byName.put(new PlotName(plot.grower(), plot.name()), plot));
        return byName;
    }

    /// The plot that a row names, where it is there and in use; else a fault.
    static Optional<Plot> plot(
            Map<PlotName, Plot> known, @Nullable Party grower, String name, long line, Faults faults) {
        if (grower == null) return Optional.empty();
        Plot plot = known.get(new PlotName(grower.id(), name.strip()));
        if (plot == null) faults.wrong(line, "plot", "no-such-plot", name, grower.name());
        else plot.retiredOn().ifPresent(on -> faults.refused(line, "plot", SupplyRule.PLOT_RETIRED, on));
        return Optional.ofNullable(plot).filter(found -> !found.isRetired());
    }

    /// The ranks by the words that files use for them: the rank itself, or the grade's code in any case.
    Map<ProductId, Map<String, Integer>> grades(Collection<ProductId> wanted) {
        Map<ProductId, Map<String, Integer>> words = new HashMap<>();
        products.grades(new HashSet<>(wanted)).forEach((product, grades) -> {
            Map<String, Integer> ranks = words.computeIfAbsent(product, _ -> new HashMap<>());
            for (Grade grade : grades) {
                ranks.put(gradeWord(grade.code()), grade.rank());
                ranks.put(String.valueOf(grade.rank()), grade.rank());
            }
        });
        return words;
    }

    static Optional<Integer> grade(
            Map<ProductId, Map<String, Integer>> known, ProductId product, String word, long line, Faults faults) {
        Integer rank = known.getOrDefault(product, Map.of()).get(gradeWord(word));
        if (rank == null) faults.refused(line, "grade", SupplyRule.GRADE_NOT_OF_PRODUCT, word);
        return Optional.ofNullable(rank);
    }

    private static String gradeWord(String word) {
        return word.strip().toLowerCase(java.util.Locale.ROOT);
    }

    /// Two rows about the same thing contradict or repeat one another; the later one is the fault. Rows
    /// without a key have faults of their own already.
    static <R> List<Row<R>> once(List<Row<R>> rows, Function<Row<R>, Optional<?>> key, String column, Faults faults) {
        Map<Object, Long> first = new HashMap<>();
        List<Row<R>> kept = new ArrayList<>();
        for (Row<R> row : rows) {
            Optional<?> of = key.apply(row);
            if (of.isEmpty()) continue;
            Long earlier = first.putIfAbsent(of.get(), row.line());
            if (earlier == null) kept.add(row);
            else faults.add(new Fault(row.line(), column, "import.fault.row-twice", List.of(earlier)));
        }
        return kept;
    }
}
