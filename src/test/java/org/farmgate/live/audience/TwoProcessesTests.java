package org.farmgate.live.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.farmgate.Farmgate;
import org.farmgate.live.PinId;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.Studio;
import org.farmgate.live.ViewerId;
import org.farmgate.live.chat.Chat;
import org.farmgate.live.chat.ChatId;
import org.farmgate.live.chat.NewMessage;
import org.farmgate.live.chat.Speaker;
import org.farmgate.live.web.ViewerCookie;
import org.farmgate.shop.Listing;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/// Two processes on one database: the one that tests share, and another application beside it.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@JourneyTest
@Import({Cast.class, Stall.class, Studio.class})
@TestPropertySource(
        properties = {
            "farmgate.live.heartbeat=200ms",
            "farmgate.live.counted-per-address=3",
            "farmgate.live.streams-per-address=8"
        })
class TwoProcessesTests {
    @LocalServerPort
    int port;

    @Autowired
    Studio studio;

    @Autowired
    Pins pins;

    @Autowired
    Chat chat;

    @Autowired
    OrderIntake intake;

    @Autowired
    Audience audience;

    @Autowired
    ViewerCookie cookies;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Environment environment;

    private ConfigurableApplicationContext other;
    private int otherPort;
    private Show show;
    private Listing melons;

    @BeforeEach
    void begin() throws Exception {
        cookies.text(ViewerId.next());
        String data = environment.getProperty("farmgate.data");
        String key = Files.readString(Path.of(data, "keys", "numbers.key")).strip();
        other = new SpringApplicationBuilder(Farmgate.class)
                .initializers(
                        context -> context.getBeanFactory().registerSingleton("sharedDatabase", new Shared(database)))
                .run(
                        "--farmgate.port=0",
                        "--farmgate.data=" + data + "-other",
                        "--farmgate.demo=false",
                        "--farmgate.payment.sandbox=on",
                        "--farmgate.live.heartbeat=200ms",
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--FARMGATE_KEY=" + key);
        otherPort = Integer.parseInt(other.getEnvironment().getProperty("local.server.port", "0"));
        show = studio.planned();
        melons = studio.brings(show, 50, Optional.empty());
        show = studio.onAir(show);
    }

    @AfterEach
    void end() {
        other.close();
    }

    @Test
    void viewersOfBothSeeTheSamePinsChatStockAndCount() throws Exception {
        String events = "/shows/" + show.id() + "/events";
        try (Tab here = Tab.open(port, events, "Cookie", cookie());
                Tab there = Tab.open(otherPort, events, "Cookie", cookie())) {
            here.await("state", "LIVE");
            there.await("state", "LIVE");
            pins.pin(studio.host(), show.id(), PinId.next(), melons.id());
            here.await("pin", melons.id().toString());
            there.await("pin", melons.id().toString());
            intake.place(studio.order(melons, 7, "sandbox"));
            here.awaitLast("stock", data -> data.contains(":43"));
            there.awaitLast("stock", data -> data.contains(":43"));
            ChatId id = ChatId.next();
            other.getBean(Chat.class)
                    .say(
                            new Speaker(ViewerId.next(), Optional.empty(), "203.0.113.99", true),
                            show.id(),
                            new NewMessage(id, "", "hello from there", false));
            here.await("chat", "hello from there");
            there.await("chat", "hello from there");
            chat.delete(studio.host(), show.id(), id);
            here.await("chat-gone", id.toString());
            there.await("chat-gone", id.toString());
            here.awaitLast("viewers", "{\"now\":2}"::equals);
            there.awaitLast("viewers", "{\"now\":2}"::equals);

            long began = System.nanoTime();
            other.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("streams do not hold the end up")
                    .isLessThan(Duration.ofSeconds(15));
            there.awaitEnd();
            here.awaitLast("viewers", "{\"now\":1}"::equals);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> audience.now(show.id()) == 0);
    }

    private String cookie() {
        return "viewer=" + cookies.text(ViewerId.next());
    }

    private record Shared(JdbcConnectionDetails of) implements JdbcConnectionDetails {
        @Override
        public @Nullable String getUsername() {
            return of.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return of.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return of.getJdbcUrl();
        }
    }
}
