package org.farmgate.trade.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.ContractLine;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.ContractText;

/// What other terms change, in sentences: section by section as both versions read, and place by place.
public final class ContractDifferences {
    private static final int MOST_PLACES = 30;

    private ContractDifferences() {}

    /// @param what the section's heading or a place's name
    public record Difference(String what, String before, String now) {}

    static List<Difference> between(
            ContractTerms before, ContractText beforeText, ContractTerms now, ContractText nowText, Shell shell) {
        List<Difference> found = new ArrayList<>();
        List<ContractText.Section> old = beforeText.sections();
        List<ContractText.Section> fresh = nowText.sections();
        for (int i = 0; i < old.size(); i++) {
            List<String> gone = new ArrayList<>(old.get(i).paragraphs());
            List<String> come = new ArrayList<>(fresh.get(i).paragraphs());
            gone.removeAll(fresh.get(i).paragraphs());
            come.removeAll(old.get(i).paragraphs());
            if (!gone.isEmpty() || !come.isEmpty())
                found.add(new Difference(fresh.get(i).heading(), String.join("\n", gone), String.join("\n", come)));
        }
        found.addAll(places(before, beforeText, now, nowText, shell));
        return found;
    }

    private static List<Difference> places(
            ContractTerms before, ContractText beforeText, ContractTerms now, ContractText nowText, Shell shell) {
        Map<SiteId, Mass> old = masses(before);
        Map<SiteId, Mass> fresh = masses(now);
        List<Difference> found = new ArrayList<>();
        fresh.forEach((site, mass) -> {
            if (!mass.equals(old.get(site)))
                found.add(new Difference(
                        nowText.names().place(site).name(), mass(old.get(site), shell), shell.mass(mass)));
        });
        old.forEach((site, mass) -> {
            if (!fresh.containsKey(site))
                found.add(new Difference(beforeText.names().place(site).name(), shell.mass(mass), "–"));
        });
        if (found.size() <= MOST_PLACES) return found;
        int more = found.size() - MOST_PLACES;
        List<Difference> first = new ArrayList<>(found.subList(0, MOST_PLACES));
        first.add(new Difference(shell.t("trade.contract.change.more-places", more), "…", "…"));
        return first;
    }

    private static String mass(@org.jspecify.annotations.Nullable Mass mass, Shell shell) {
        return mass == null ? "–" : shell.mass(mass);
    }

    private static Map<SiteId, Mass> masses(ContractTerms terms) {
        return terms.lines().stream()
                .collect(Collectors.toMap(
                        ContractLine::site, ContractLine::mass, Mass::plus, java.util.LinkedHashMap::new));
    }
}
