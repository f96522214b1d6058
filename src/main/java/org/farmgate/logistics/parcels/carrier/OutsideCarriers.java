package org.farmgate.logistics.parcels.carrier;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RequestSignature;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The outside carriers of this installation. The operator keeps them, since they are told whom a parcel goes to;
/// whoever handles parcels may choose among them.
@Service
@Transactional
public class OutsideCarriers {
    private final CarrierStore store;
    private final Sealing sealing;
    private final Audit audit;
    private final Clock clock;

    OutsideCarriers(CarrierStore store, Sealing sealing, Audit audit, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.audit = audit;
        this.clock = clock;
    }

    /// A carrier that was made just now, and what both sign with: it is told this once.
    ///
    /// @param secret empty where the carrier had been made before
    public record Made(OutsideCarrier carrier, Optional<String> secret) {}

    /// The same again is once. Refuses by OUTSIDE_CARRIER_NAME_TAKEN.
    public Made register(Actor actor, OutsideCarrierId id, String name, URI address) {
        actor.require(Right.ADMINISTER);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var carrier = new OutsideCarrier(id, name, address, OutsideCarrier.State.OPEN, at, at);
        String secret = RequestSignature.secret();
        if (store.insert(carrier, sealing.seal(secret, CarrierGate.place(id)), actor)) {
            audit.record(
                    actor,
                    "outside-carrier.registered",
                    "outside-carrier",
                    id,
                    Map.of("name", carrier.name(), "address", address.toString()));
            return new Made(carrier, Optional.of(secret));
        }
        return store.find(id)
                .filter(there -> there.name().equals(carrier.name()))
                .map(there -> new Made(there, Optional.empty()))
                .orElseThrow(() -> new RuleBroken(CarrierRule.OUTSIDE_CARRIER_NAME_TAKEN, carrier.name()));
    }

    /// Another secret, and the address under which it answers from now on; the secret before is worth nothing.
    public String renew(Actor actor, OutsideCarrierId id, URI address) {
        actor.require(Right.ADMINISTER);
        OutsideCarrier carrier = find(id);
        var moved = new OutsideCarrier(id, carrier.name(), address, carrier.state(), carrier.madeAt(), clock.instant());
        String secret = RequestSignature.secret();
        store.renew(moved, sealing.seal(secret, CarrierGate.place(id)));
        audit.record(
                actor,
                "outside-carrier.secret-renewed",
                "outside-carrier",
                id,
                Map.of("name", carrier.name(), "address", address.toString()));
        return secret;
    }

    public void turn(Actor actor, OutsideCarrierId id, OutsideCarrier.State to) {
        actor.require(Right.ADMINISTER);
        OutsideCarrier carrier = find(id);
        if (!store.turn(id, to)) return;
        String deed = switch (to) {
            case OPEN -> "outside-carrier.opened";
            case CLOSED -> "outside-carrier.closed";
        };
        audit.record(actor, deed, "outside-carrier", id, Map.of("name", carrier.name()));
    }

    @Transactional(readOnly = true)
    public OutsideCarrier get(Actor actor, OutsideCarrierId id) {
        requireSight(actor);
        return find(id);
    }

    /// By name, closed ones too.
    @Transactional(readOnly = true)
    public List<OutsideCarrier> list(Actor actor) {
        requireSight(actor);
        return store.all();
    }

    private OutsideCarrier find(OutsideCarrierId id) {
        return store.find(id).orElseThrow(() -> new NotFound("outside-carrier", id));
    }

    private static void requireSight(Actor actor) {
        if (!actor.may(Right.ADMINISTER)) actor.require(Right.HANDLE_PARCELS);
    }
}
