package org.farmgate.logistics.rounds.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.farmgate.logistics.rounds.MoveCost;
import org.farmgate.logistics.rounds.RoundState;
import org.farmgate.logistics.rounds.Shift;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.measure.Money;
import org.farmgate.platform.web.Shell;

/// How rounds are put into words.
public final class RoundWords {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Shift.ZONE);

    private RoundWords() {}

    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    public static String clock(LocalTime time) {
        return time.toString();
    }

    public static String km(Shell shell, long metres) {
        return shell.t(
                "rounds.km", shell.formats().decimal(BigDecimal.valueOf(metres).movePointLeft(3), 0, 1));
    }

    /// With its sign: what a change adds or saves.
    public static String change(Shell shell, MoveCost cost) {
        String text = signed(cost.metres(), km(shell, cost.metres())) + " · "
                + signed(cost.cost().fen(), shell.money(cost.cost()));
        if (cost.lateSeconds() != 0)
            text += " · "
                    + shell.t(cost.lateSeconds() > 0 ? "rounds.later" : "rounds.earlier", minutes(cost.lateSeconds()));
        return text;
    }

    /// What is then wrong; empty where nothing is.
    public static String faults(Shell shell, MoveCost cost) {
        var text = new StringBuilder();
        if (cost.late() > 0)
            text.append(shell.t("rounds.fault.late", minutes(cost.late()))).append(' ');
        if (!cost.over().isZero())
            text.append(shell.t("rounds.fault.heavy", cost.over())).append(' ');
        if (cost.overLitres() > 0)
            text.append(shell.t("rounds.fault.full", cost.overLitres())).append(' ');
        if (cost.warm() > 0) text.append(shell.t("rounds.fault.warm", cost.warm()));
        return text.toString().strip();
    }

    private static String signed(long value, String text) {
        return value > 0 ? "+" + text : text;
    }

    public static long minutes(long seconds) {
        return Math.ceilDiv(Math.abs(seconds), 60);
    }

    public static String kind(RoundState state) {
        return switch (state) {
            case DRAFT -> "";
            case PLANNED -> "info";
            case DRIVING -> "melon";
            case DONE -> "good";
            case CANCELLED -> "bad";
        };
    }

    public static String kind(Stop.State state) {
        return switch (state) {
            case PENDING -> "";
            case DONE -> "good";
            case FAILED -> "bad";
        };
    }

    public static String share(Shell shell, long part, long whole) {
        return whole == 0 ? "–" : shell.percent(10_000 * part / whole);
    }

    public static String orDash(Shell shell, java.util.Optional<Money> money) {
        return money.map(shell::money).orElse("–");
    }
}
