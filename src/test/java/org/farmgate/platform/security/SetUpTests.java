package org.farmgate.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.platform.Accounts;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The first administrator of an empty installation. The property gives this test a context, and so an empty
/// database, of its own.
@WholeAppTest
@TestPropertySource(properties = "farmgate.test=set-up")
class SetUpTests {
    private final MockMvcTester mvc;
    private final SetUp setUp;
    private final Accounts accounts;
    private final JdbcClient database;

    @Autowired
    SetUpTests(MockMvcTester mvc, SetUp setUp, Accounts accounts, JdbcClient database) {
        this.mvc = mvc;
        this.setUp = setUp;
        this.accounts = accounts;
        this.database = database;
    }

    @Test
    void ofTwoWhoUseTheLinkAtOnceOneBecomesAdministratorAndTheLinkIsSpent() throws Exception {
        assertThat(accounts.isEmpty()).isTrue();
        String replaced = setUp.offer().orElseThrow().text();
        String token = setUp.offer().orElseThrow().text();
        assertThat(mvc.get().uri("/set-up?token=" + replaced)).hasStatus(410);
        assertThat(mvc.get().uri("/set-up?token=" + token)).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/set-up")
                        .with(csrf())
                        .param("token", token)
                        .param("organisation", "County office")
                        .param("person", "First")
                        .param("username", "first")
                        .param("password", "too short")
                        .param("repeated", "too short"))
                .as("what is refused leaves the link unspent")
                .hasStatus(422);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> both = List.of("first", "second").stream()
                    .map(name -> threads.submit((Callable<Integer>) () -> {
                        start.await();
                        return use(token, name);
                    }))
                    .toList();
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(303, 410);
        }
        assertThat(database.sql("select count(*) from platform.account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select count(*) from party.party")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(setUp.offer()).isEmpty();
        assertThat(mvc.get().uri("/set-up?token=" + token)).hasStatus(410);
        assertThat(database.sql("select count(*) from platform.set_up where secret_hash = ?")
                        .param(token.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .as("the link itself is nowhere kept")
                .isZero();
    }

    private int use(String token, String name) {
        return mvc.post()
                .uri("/set-up")
                .with(csrf())
                .param("token", token)
                .param("organisation", "County office")
                .param("person", name)
                .param("username", name)
                .param("password", "apricots in a bowl")
                .param("repeated", "apricots in a bowl")
                .exchange()
                .getResponse()
                .getStatus();
    }
}
