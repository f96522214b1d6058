package org.farmgate.trade.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.trade.Amendment;
import org.farmgate.trade.CallOff;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractLine;
import org.farmgate.trade.ContractListing;
import org.farmgate.trade.ContractStage;
import org.farmgate.trade.ContractStep;
import org.farmgate.trade.ContractText;
import org.farmgate.trade.ContractVersion;
import org.farmgate.trade.Expectation;
import org.farmgate.trade.Side;

/// What the pages of contracts show.
public final class ContractPage {
    private ContractPage() {}

    /// @param group which stages are shown: `open`, `signed`, `closed` or all
    public record Listing(
            Slice<ContractListing> contracts, String group, String search, Names names, boolean mayDraft) {}

    /// The groups of stages that the list parts contracts into.
    static final Map<String, Set<ContractStage>> GROUPS = Map.of(
            "open", Set.of(ContractStage.DRAFTED, ContractStage.PROPOSED, ContractStage.PARTLY_SIGNED),
            "signed", Set.of(ContractStage.SIGNED),
            "closed",
                    Set.of(
                            ContractStage.FULFILLED,
                            ContractStage.ENDED,
                            ContractStage.CANCELLED,
                            ContractStage.LAPSED));

    /// What the reader may do now; a button that cannot work is not shown.
    ///
    /// @param side for which they act; empty for an onlooker
    public record Powers(
            Optional<Side> side,
            boolean propose,
            boolean rewrite,
            boolean sign,
            boolean cancel,
            boolean callOff,
            boolean amend,
            boolean close) {}

    /// An amendment with what it changes.
    public record Change(
            Amendment amendment, List<ContractDifferences.Difference> differences, ContractVersion proposed) {}

    /// @param backed how much of it stands on forecasts and lots
    public record One(
            Contract contract,
            Mass backed,
            ContractText text,
            Powers powers,
            List<CallOff> callOffs,
            List<Change> changes,
            List<ContractStep> steps,
            List<Expectation> expectations,
            Names names,
            Money depositDue,
            String freshId,
            FormErrors errors) {
        /// What nothing stands behind yet.
        public Mass unbacked() {
            Mass counted = contract.balance().contracted();
            return backed.compareTo(counted) >= 0 ? Mass.ZERO : counted.minus(backed);
        }

        public Optional<Change> openChange() {
            return changes.stream()
                    .filter(change -> change.amendment().outcome() == Amendment.Outcome.OPEN)
                    .findFirst();
        }
    }

    /// The lines of a contract, paged: a chain has hundreds of stores.
    public record Places(Contract contract, Slice<ContractLine> lines, int before, Names names) {}

    /// One text, whole, before somebody signs or agrees to it.
    ///
    /// @param amendment its number; 0 for the contract itself
    public record Signing(Contract contract, ContractVersion version, ContractText text, int amendment) {}

    /// @param purpose NEW, REWRITE or AMEND
    public record Form(
            Purpose purpose,
            Optional<Contract> contract,
            Map<String, String> products,
            Map<String, String> plots,
            boolean asksSide,
            FormErrors errors) {}

    /// What the form of terms is for.
    public enum Purpose {
        NEW,
        REWRITE,
        AMEND
    }

    /// The badge's colour.
    public static String kind(ContractStage stage) {
        return switch (stage) {
            case DRAFTED -> "";
            case PROPOSED, PARTLY_SIGNED -> "warn";
            case SIGNED, FULFILLED -> "good";
            case ENDED, LAPSED -> "info";
            case CANCELLED -> "bad";
        };
    }
}
