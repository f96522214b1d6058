package org.farmgate.live.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.live.HostKind;
import org.farmgate.live.Hosts;
import org.farmgate.live.NewShow;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.party.MemberRole;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Hosts before cameras, and what Chromium's made-up camera recorded once: a beginning and pieces of a second.
@Lazy
@TestComponent
public class Filming {
    /// Of a person who does not exist; the check digit is right.
    private static final String IDENTITY = "11010519491231002X";

    private final Cast cast;
    private final Shows shows;
    private final Hosts hosts;
    private final Numbers numbers;
    private final Clock clock;

    Filming(Cast cast, Shows shows, Hosts hosts, Numbers numbers, Clock clock) {
        this.cast = cast;
        this.shows = shows;
        this.hosts = hosts;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// Another host, of a cooperative of their own.
    public Actor host(String username) {
        Actor host = cast.works(
                PartyKind.COOPERATIVE,
                "Cooperative of " + username,
                cast.county(),
                "Host " + username,
                username,
                MemberRole.MANAGER);
        numbers.keep(host, host.person(), NumberKind.IDENTITY, IDENTITY);
        LocalDate until = LocalDate.now(clock).plusDays(30);
        hosts.permit(cast.admin(), host.person(), HostKind.GROWER, "grows what is shown", until);
        return host;
    }

    public Actor host() {
        return host("h" + Id.next().toString().substring(24));
    }

    public Show planned(Actor host) {
        return shows.plan(
                host,
                new NewShow(
                        ShowId.next(),
                        host.person(),
                        cast.county(),
                        "Melons before noon",
                        "Straight from the field",
                        clock.instant().plus(Duration.ofHours(1)),
                        Optional.empty()));
    }

    public Show onAir(Actor host) {
        return shows.goLive(host, planned(host).id());
    }

    /// @param name such as `main-init.mp4`, `main-0.m4s`
    public static byte[] file(String name) {
        try (InputStream file = Filming.class.getResourceAsStream("/video/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
