package org.farmgate.live.audience;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowNews;
import org.farmgate.live.ShowTopic;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Hears what is new about shows, from all processes, by a connection of its own. When that is lost it comes back with
/// growing pauses; what was told meanwhile is not told again, so whoever listens reads everything anew.
final class Listening implements Runnable {
    static final String NAME = "farmgate-live";
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int LOOK_MS = 5_000;
    private static final int SHORTEST_PAUSE_MS = 100;
    private static final int LONGEST_PAUSE_MS = 5_000;

    private final JdbcConnectionDetails database;
    private final BiConsumer<ShowId, ShowTopic> heard;
    private final Runnable begun;
    private volatile boolean up;
    private volatile boolean over;
    private volatile @Nullable Connection connection;

    /// @param heard told of each piece of news
    /// @param begun told whenever it hears from now on, and may have missed something before
    Listening(JdbcConnectionDetails database, BiConsumer<ShowId, ShowTopic> heard, Runnable begun) {
        this.database = database;
        this.heard = heard;
        this.begun = begun;
    }

    boolean isUp() {
        return up;
    }

    void end() {
        over = true;
        Connection now = connection;
        if (now == null) return;
        try {
            now.abort(Runnable::run);
        } catch (SQLException gone) {
            // It ended by itself.
        }
    }

    @Override
    public void run() {
        int pause = SHORTEST_PAUSE_MS;
        while (!over) {
            try (Connection opened = connect()) {
                connection = opened;
                up = true;
                pause = SHORTEST_PAUSE_MS;
                begun.run();
                listen(opened);
            } catch (SQLException | RuntimeException lost) {
                if (!over) LOG.info("News about shows is not heard just now: {}", lost.getMessage());
            } finally {
                up = false;
                connection = null;
            }
            if (over) return;
            try {
                Thread.sleep(pause);
            } catch (InterruptedException ended) {
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        String user = database.getUsername();
        String password = database.getPassword();
        if (user != null) properties.setProperty("user", user);
        if (password != null && !password.isEmpty()) properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set application_name = '" + NAME + "'");
            statement.execute("listen " + ShowNews.CHANNEL);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection ear = connection.unwrap(PGConnection.class);
        while (!over) {
            PGNotification[] all = ear.getNotifications(LOOK_MS);
            if (all == null || all.length == 0) {
                if (!over && !connection.isValid(2)) throw new SQLException("the connection is dead");
            } else for (PGNotification one : all) tell(one.getParameter());
        }
    }

    private void tell(String payload) {
        int space = payload.indexOf(' ');
        try {
            heard.accept(ShowId.of(payload.substring(0, space)), ShowTopic.valueOf(payload.substring(space + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            LOG.warn("News about shows that nobody understands: {}", payload);
        }
    }
}
