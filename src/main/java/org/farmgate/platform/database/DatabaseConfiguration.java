package org.farmgate.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the database. Spring closes in the opposite order, so the connection pool lets go before the server
/// stops, and the data folder is unlocked last.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    DataFolder dataFolder(@Value("${farmgate.data}") String folder) {
        return DataFolder.open(Path.of(folder));
    }

    /// Somebody else's server if FARMGATE_DATABASE_URL names one, else our own in the data folder. A test that
    /// brings its own connection gets neither.
    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    Database database(DataFolder data, @Value("${farmgate.database.url:}") String url) {
        if (url.isBlank()) {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
            return new Database(postgres.address(), postgres);
        }
        DatabaseAddress address = DatabaseAddress.parse(url);
        log.info("Using the PostgreSQL {} server of FARMGATE_DATABASE_URL.", address.check());
        return new Database(address, null);
    }

    /// What Boot asks when it builds the connection pool and Flyway.
    static final class Database implements JdbcConnectionDetails, AutoCloseable {
        private final DatabaseAddress address;
        private final @Nullable EmbeddedPostgres ours;

        Database(DatabaseAddress address, @Nullable EmbeddedPostgres ours) {
            this.address = address;
            this.ours = ours;
        }

        @Override
        public String getUsername() {
            return address.username();
        }

        @Override
        public String getPassword() {
            return address.password();
        }

        @Override
        public String getJdbcUrl() {
            return address.jdbcUrl();
        }

        @Override
        public void close() {
            if (ours != null) {
                ours.close();
            }
        }
    }
}
