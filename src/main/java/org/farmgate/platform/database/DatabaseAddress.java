package org.farmgate.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.farmgate.platform.start.CannotStart;
import org.postgresql.PGProperty;

/// Where a PostgreSQL database answers and as whom to speak to it. An empty password means none is sent.
public record DatabaseAddress(String jdbcUrl, String username, String password) {
    /// Older servers lack parts of SQL the modules use (`merge`, `nulls not distinct`).
    static final int OLDEST_MAJOR_VERSION = 15;

    private static final String JDBC = "jdbc:postgresql:";
    private static final String EXAMPLE =
            "Write FARMGATE_DATABASE_URL as postgres://user:password@host:5432/database or jdbc:postgresql://host:5432/database?user=…&password=….";

    static DatabaseAddress loopback(int port, String database, String username, String password) {
        String url = "%s//127.0.0.1:%d/%s?%s".formatted(JDBC, port, database, ourDefaults());
        return new DatabaseAddress(url, username, password);
    }

    /// Understands both the form JDBC uses and the one every hosting company hands out. Throws `CannotStart` on
    /// anything else.
    public static DatabaseAddress parse(String text) {
        try {
            String url = text.strip();
            if (url.startsWith(JDBC)) {
                return fromJdbc(url);
            }
            URI uri = new URI(url);
            boolean postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (!postgres
                    || uri.getHost() == null
                    || uri.getPath() == null
                    || uri.getPath().length() < 2) {
                throw new CannotStart("FARMGATE_DATABASE_URL is not the address of a PostgreSQL database.", EXAMPLE);
            }
            return fromUri(uri);
        } catch (URISyntaxException e) { // its message would print the password
            throw new CannotStart("FARMGATE_DATABASE_URL cannot be read as an address.", EXAMPLE);
        }
    }

    private static DatabaseAddress fromJdbc(String url) {
        Properties parts = org.postgresql.Driver.parseURL(url, null);
        if (parts == null) {
            throw new CannotStart("FARMGATE_DATABASE_URL cannot be read as a JDBC address.", EXAMPLE);
        }
        return new DatabaseAddress(
                withDefaults(url),
                parts.getProperty(PGProperty.USER.getName(), System.getProperty("user.name")),
                parts.getProperty(PGProperty.PASSWORD.getName(), ""));
    }

    private static DatabaseAddress fromUri(URI uri) {
        String[] user = uri.getRawUserInfo() == null
                ? new String[] {URLEncoder.encode(System.getProperty("user.name"), StandardCharsets.UTF_8)}
                : uri.getRawUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                withDefaults(JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query),
                decode(user[0]),
                user.length < 2 ? "" : decode(user[1]));
    }

    private static String decode(String part) { // in this place a plus is a plus
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String withDefaults(String url) {
        return url.contains("reWriteBatchedInserts") ? url : url + (url.contains("?") ? "&" : "?") + ourDefaults();
    }

    /// Batches go as one statement of many rows, which makes imports several times faster.
    private static String ourDefaults() {
        return "reWriteBatchedInserts=true&ApplicationName=farmgate&connectTimeout=10";
    }

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", username);
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /// The server's version as people write it. Throws `CannotStart` if it does not answer or is too old.
    String check() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            String version = row.getString(1);
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR_VERSION) {
                throw new CannotStart(
                        "The PostgreSQL server at FARMGATE_DATABASE_URL is version %s.".formatted(version),
                        "Farmgate needs PostgreSQL %d or newer; unset FARMGATE_DATABASE_URL to use the one it brings."
                                .formatted(OLDEST_MAJOR_VERSION));
            }
            return version;
        } catch (SQLException e) {
            throw new CannotStart(
                    "The PostgreSQL server at FARMGATE_DATABASE_URL cannot be used: " + e.getMessage(),
                    "Start it and check host, port, database, user and password; "
                            + "or unset FARMGATE_DATABASE_URL to use the server Farmgate brings.",
                    e);
        }
    }

    /// Leaves the password out, and the address too, since it may carry one.
    @Override
    public String toString() {
        return "DatabaseAddress[username=" + username + "]";
    }
}
