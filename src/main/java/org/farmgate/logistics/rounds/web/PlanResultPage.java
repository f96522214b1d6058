package org.farmgate.logistics.rounds.web;

import java.util.List;
import org.farmgate.logistics.rounds.RoundPlan;

/// A plan being solved, or what came of it.
public record PlanResultPage(RoundPlan plan, int percent, String stage, List<RoundPlan.Unserved> unserved) {
    public static String kind(RoundPlan.State state) {
        return switch (state) {
            case SOLVING -> "melon";
            case SOLVED -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
        };
    }
}
