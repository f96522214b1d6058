package org.farmgate.logistics.storage.web;

import java.util.List;
import java.util.Map;
import org.farmgate.logistics.storage.Proposal;
import org.farmgate.logistics.storage.Shipment;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// What is proposed, and why.
public record ProposalPage(Proposal proposal, Book book, List<Shipment> sent, boolean mayRelease, FormErrors errors) {
    /// @param owner the code of one's own organisation
    public record Listing(
            Slice<Proposal> rows, Book book, Map<String, String> warehouses, String owner, FormErrors errors) {}

    public boolean open() {
        return proposal.stage() == Proposal.Stage.OPEN;
    }

    public long stores() {
        return proposal.lines().stream().map(Proposal.Line::store).distinct().count();
    }

    public static String kind(Proposal.Stage stage) {
        return switch (stage) {
            case OPEN -> "info";
            case RELEASED -> "good";
            case DISCARDED -> "";
        };
    }

    public static String kind(Proposal.Why why) {
        return switch (why) {
            case COVER, LEAST -> "good";
            case ENOUGH -> "";
            case KEEPS_SHORT, SCARCE, UNKNOWN -> "warn";
            case NO_GOODS -> "bad";
        };
    }

    /// What the quantity comes from, in one sentence.
    public static String reckoned(Shell shell, Proposal.Line line) {
        return shell.t(
                "storage.reckoned",
                line.target(),
                shell.formats().dayAndMonth(line.coversUntil()),
                line.onHand(),
                line.underWay(),
                line.soldUntil(),
                shell.formats().dayAndMonth(line.arrivesOn()));
    }

    public static String forecast(Shell shell, Proposal.Line line) {
        if (line.daysKnown() == 0) return shell.t("storage.forecast.none");
        String error = line.errorBasisPoints().isPresent()
                ? shell.t(
                        "storage.forecast.error",
                        shell.formats().percent(line.errorBasisPoints().getAsInt()))
                : shell.t("storage.forecast.no-error");
        return shell.t(
                        line.weekdays() ? "storage.forecast.weekdays" : "storage.forecast.plain",
                        line.dailySales(),
                        line.daysKnown())
                + " " + error;
    }
}
