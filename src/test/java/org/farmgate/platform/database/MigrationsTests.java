package org.farmgate.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.Farmgate;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModules;

/// Each module brings its own migrations, numbered from V1, and each in a history and a schema of its own.
@WholeAppTest
class MigrationsTests {
    private final JdbcClient database;

    @Autowired
    MigrationsTests(JdbcClient database) {
        this.database = database;
    }

    @Test
    void everyFolderBelongsToAModule() {
        Set<String> modules = ApplicationModules.of(Farmgate.class).stream()
                .map(module -> module.getIdentifier())
                .map(ApplicationModuleIdentifier::toString)
                .collect(Collectors.toSet());
        assertThat(modules).containsAll(Migrations.modules());
    }

    @Test
    void everyModuleKeepsItsOwnHistoryAndSchema() {
        assertThat(tables("public")).contains("flyway_schema_history", "event_publication", "scheduled_tasks");
        for (String module : Migrations.modules()) {
            assertThat(tables(module)).as("tables of %s", module).contains("flyway_schema_history");
            assertThat(database.sql(
                                    "select version from \"%s\".flyway_schema_history where version is not null and success"
                                            .formatted(module))
                            .query((row, number) -> row.getString("version"))
                            .list())
                    .as("migrations of %s", module)
                    .isNotEmpty();
        }
    }

    @Test
    void noModulePutsTablesIntoTheSharedSchema() {
        assertThat(tables("public"))
                .containsExactlyInAnyOrder("flyway_schema_history", "event_publication", "scheduled_tasks");
    }

    private List<String> tables(String schema) {
        return database.sql("select table_name from information_schema.tables where table_schema = :schema")
                .param("schema", schema)
                .query((row, number) -> row.getString("table_name"))
                .list();
    }
}
