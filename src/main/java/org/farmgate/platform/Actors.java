package org.farmgate.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.platform.Capacities.Capacity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes the [Actor] behind an account or a token. Rights are asked for anew each time, so a membership that has
/// ended has ended. Work that runs without a request (a job, the demo) asks here too.
@Component
public class Actors {
    private final ObjectProvider<Capacities> capacities;

    Actors(ObjectProvider<Capacities> capacities) {
        this.capacities = capacities;
    }

    /// Acting for the wanted organisation while they still belong to it, else for their usual one; whoever
    /// belongs to none acts for themselves, with no rights.
    public Actor of(AccountId account, PartyId person, Optional<PartyId> wanted) {
        Capacities known = capacities.getObject();
        List<Capacity> choices = known.of(person);
        String name = known.nameOf(person);
        Capacity chosen = choices.stream()
                .filter(choice -> wanted.filter(choice.organisation()::equals).isPresent())
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .orElseGet(() -> new Capacity(person, name, Optional.empty(), false, Set.of()));
        return actor(account, person, name, chosen, chosen.rights());
    }

    /// A token's actor: the organisation's rights as they are now, narrowed to the token's.
    public Optional<Actor> ofToken(
            AccountId madeBy, PartyId person, PartyId organisation, String name, Set<Right> rights) {
        return capacities.getObject().ofOrganisation(organisation).map(capacity -> {
            Set<Right> both =
                    rights.stream().filter(capacity.rights()::contains).collect(Collectors.toUnmodifiableSet());
            return actor(madeBy, person, name, capacity, both);
        });
    }

    /// Refuses by NOT_ACTING_FOR.
    public void requireChoice(Actor actor, PartyId organisation) {
        boolean belongs = capacities.getObject().of(actor.person()).stream()
                .anyMatch(choice -> choice.organisation().equals(organisation));
        if (!belongs) throw new RuleBroken(AccountRule.NOT_ACTING_FOR);
    }

    private static Actor actor(AccountId account, PartyId person, String name, Capacity capacity, Set<Right> rights) {
        return new Actor(
                account,
                person,
                name,
                capacity.organisation(),
                capacity.name(),
                capacity.region(),
                capacity.everywhere(),
                rights);
    }
}
