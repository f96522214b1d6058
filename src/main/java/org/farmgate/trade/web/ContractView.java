package org.farmgate.trade.web;

import java.time.Instant;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.trade.Amendment;
import org.farmgate.trade.CallOff;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractListing;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.Signature;

/// Contracts as the JSON interface shows them.
final class ContractView {
    private ContractView() {}

    record Row(
            ContractId id,
            String number,
            String seller,
            String buyer,
            String product,
            String stage,
            long contractedGrams,
            long calledOffGrams,
            long remainingGrams,
            long mostGrams) {
        static Row of(ContractListing contract) {
            return new Row(
                    contract.id(),
                    contract.number(),
                    contract.seller().toString(),
                    contract.buyer().toString(),
                    contract.product().toString(),
                    contract.stage().name(),
                    contract.contracted().grams(),
                    contract.calledOff().grams(),
                    contract.balance().remaining().grams(),
                    contract.most().grams());
        }
    }

    record Signed(String side, String person, String organisation, Instant at, String termsSha256) {
        static Signed of(Signature signature) {
            return new Signed(
                    signature.side().name(),
                    signature.personName(),
                    signature.organisationName(),
                    signature.at(),
                    signature.terms().hex());
        }
    }

    record Line(String site, long massGrams, String firstWeek, String lastWeek) {}

    /// @param backedGrams how much of what is contracted stands on forecasts and lots
    /// @param termsText in Chinese, what signatures are bound to by `termsSha256`
    /// @param depositDueFen due, which is not to say paid
    record View(
            ContractId id,
            String number,
            int version,
            String stage,
            String seller,
            String buyer,
            String origin,
            String product,
            int minimumGrade,
            String firstWeek,
            String lastWeek,
            long contractedGrams,
            long calledOffGrams,
            long remainingGrams,
            long mostGrams,
            long backedGrams,
            long depositDueFen,
            String termsText,
            String termsSha256,
            List<Signed> signatures,
            List<Line> lines) {
        static View of(Contract contract, Mass backed) {
            ContractTerms terms = contract.terms();
            return new View(
                    contract.id(),
                    contract.number(),
                    contract.version(),
                    contract.stage().name(),
                    terms.seller().toString(),
                    terms.buyer().toString(),
                    terms.origin().toString(),
                    terms.product().toString(),
                    terms.minimumGrade(),
                    terms.window().first().toString(),
                    terms.window().last().toString(),
                    contract.balance().contracted().grams(),
                    contract.balance().calledOff().grams(),
                    contract.balance().remaining().grams(),
                    contract.balance().most().grams(),
                    backed.grams(),
                    terms.depositDue(contract.balance().contracted()).fen(),
                    contract.termsText(),
                    contract.hash().hex(),
                    contract.signatures().stream().map(Signed::of).toList(),
                    terms.lines().stream()
                            .map(line -> new Line(
                                    line.site().toString(),
                                    line.mass().grams(),
                                    line.weeks().first().toString(),
                                    line.weeks().last().toString()))
                            .toList());
        }
    }

    record Called(String id, String site, String week, long massGrams, boolean withdrawn, Instant madeAt) {
        static Called of(CallOff callOff) {
            return new Called(
                    callOff.id().toString(),
                    callOff.site().toString(),
                    callOff.week().toString(),
                    callOff.mass().grams(),
                    !callOff.isOpen(),
                    callOff.madeAt());
        }
    }

    record Change(int number, int version, String proposedBy, String reason, String outcome, Instant proposedAt) {
        static Change of(Amendment amendment) {
            return new Change(
                    amendment.number(),
                    amendment.version(),
                    amendment.proposedBy().name(),
                    amendment.reason(),
                    amendment.outcome().name(),
                    amendment.proposedAt());
        }
    }
}
