package org.farmgate.logistics.storage.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.storage.Arrival;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// What was announced, what came of it, and the form for the next lot.
public record ArrivalPage(Arrival arrival, Book book, boolean keeps, boolean seesConsignments, FormErrors errors) {
    public boolean open() {
        return arrival.stage() == Arrival.Stage.ANNOUNCED;
    }

    /// The first that nobody has looked at.
    public Optional<Arrival.Line> next() {
        return arrival.lines().stream()
                .filter(line -> line.received().isEmpty())
                .findFirst();
    }

    public static Map<String, String> hows(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Arrival.How how : Arrival.How.values()) choices.put(how.name(), shell.label("storage.how", how));
        return choices;
    }

    public static Map<String, String> differences(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Arrival.Difference one : Arrival.Difference.values())
            choices.put(one.name(), shell.label("storage.difference", one));
        return choices;
    }

    public static String kilograms(Mass mass) {
        return mass.in(Mass.Unit.KILOGRAM).stripTrailingZeros().toPlainString();
    }

    public static String signed(Shell shell, Arrival.Line line) {
        String mass = shell.mass(new Mass(Math.abs(line.differenceGrams())));
        return line.differenceGrams() < 0 ? shell.t("stock.less", mass) : shell.t("stock.more", mass);
    }
}
