package org.farmgate.logistics;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Goods that go back to where they came from: what a place refused, or what could not be delivered there.
@Service
@Transactional
public class Returns {
    /// What a return is moved for: the consignment that it undoes.
    public static final String CAUSE = "return";

    private final Consignments consignments;

    Returns(Consignments consignments) {
        this.consignments = consignments;
    }

    /// Books the way back, once for a consignment, and anew when it failed. The sender, whose goods they are, bears it.
    /// Needs MOVE_GOODS.
    /// Refuses by [org.farmgate.platform.NotFound], NOTHING_TO_RETURN, RETURN_EXCEEDS_SENT, and as
    /// [Consignments#bookAll] does.
    public Consignment book(
            Actor actor, ConsignmentId id, Mass mass, int packages, LocalDate firstDay, LocalDate lastDay) {
        actor.require(Right.MOVE_GOODS);
        Consignment sent = consignments.see(actor, id);
        boolean there = sent.stage() == ConsignmentStage.DELIVERED
                || sent.stage() == ConsignmentStage.FAILED
                        && sent.state().handedOver().isPresent();
        if (!there || sent.isToDoor() || sent.causeKind().equals(CAUSE))
            throw new RuleBroken(LogisticsRule.NOTHING_TO_RETURN, sent.number());
        if (mass.compareTo(sent.sent()) > 0) throw new RuleBroken(LogisticsRule.RETURN_EXCEEDS_SENT, mass, sent.sent());
        List<Consignment> before = booked(id);
        ConsignmentId back = before.stream()
                .filter(one -> one.stage() != ConsignmentStage.FAILED)
                .findFirst()
                .map(Consignment::id)
                .orElseGet(() -> of(id, before.size()));
        return consignments.book(new NewConsignment(
                back,
                sent.origin(),
                sent.sender(),
                sent.toSite().orElseThrow(),
                new Delivery.ToSite(sent.from()),
                mass,
                packages,
                sent.products(),
                new Handling(0, sent.handling().cold(), Optional.empty()),
                firstDay,
                lastDay,
                CAUSE,
                id.value()));
    }

    /// What goes back of one, the last try at the end. Refuses by [org.farmgate.platform.NotFound].
    @Transactional(readOnly = true)
    public List<Consignment> of(Actor actor, ConsignmentId id) {
        consignments.see(actor, id);
        return booked(id);
    }

    private List<Consignment> booked(ConsignmentId id) {
        return consignments.byCauses(CAUSE, List.of(id.value())).getOrDefault(id.value(), List.of());
    }

    private static ConsignmentId of(ConsignmentId sent, int tries) {
        String content = "return " + sent + "\n" + tries;
        return new ConsignmentId(UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }
}
