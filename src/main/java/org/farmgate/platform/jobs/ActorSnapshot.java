package org.farmgate.platform.jobs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;

/// Who started a job, as its row keeps it while it waits and runs: the rights are those of that moment, so a
/// job does what its starter could have done then, and no more.
final class ActorSnapshot {
    private ActorSnapshot() {}

    static Map<String, String> write(Actor actor) {
        Map<String, String> texts = new HashMap<>();
        texts.put("account", actor.account().toString());
        texts.put("person", actor.person().toString());
        texts.put("personName", actor.personName());
        texts.put("organisation", actor.organisation().toString());
        texts.put("organisationName", actor.organisationName());
        actor.region().ifPresent(region -> texts.put("region", region.toString()));
        texts.put("everywhere", String.valueOf(actor.everywhere()));
        texts.put("rights", actor.rights().stream().map(Right::name).collect(Collectors.joining(",")));
        return texts;
    }

    static Actor read(Map<String, String> texts) {
        return new Actor(
                AccountId.of(text(texts, "account")),
                PartyId.of(text(texts, "person")),
                text(texts, "personName"),
                PartyId.of(text(texts, "organisation")),
                text(texts, "organisationName"),
                Optional.ofNullable(texts.get("region")).map(UUID::fromString),
                Boolean.parseBoolean(text(texts, "everywhere")),
                Arrays.stream(text(texts, "rights").split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Right::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static String text(Map<String, String> texts, String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }
}
