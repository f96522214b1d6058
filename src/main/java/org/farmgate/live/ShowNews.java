package org.farmgate.live;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells all processes that something about a show is new, when the transaction commits and only then. No content
/// goes along: whoever shows it reads it again, so that a lost word is made good by the next look.
@Component
public class ShowNews {
    /// Of PostgreSQL's LISTEN; the payload is `<show> <topic>`.
    public static final String CHANNEL = "farmgate_live";

    private final JdbcClient jdbc;

    ShowNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ShowId show, ShowTopic topic) {
        jdbc.sql("select pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", show + " " + topic)
                .query((row, number) -> true)
                .single();
    }
}
