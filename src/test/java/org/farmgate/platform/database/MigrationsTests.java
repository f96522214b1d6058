package org.farmgate.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.farmgate.Farmgate;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModules;

/// Each module brings its own migrations, numbered from V1, and each in a history and a schema of its own.
@WholeAppTest
class MigrationsTests {
    private static final String ROOT = "__root";

    private final JdbcClient database;

    @Autowired
    MigrationsTests(JdbcClient database) {
        this.database = database;
    }

    @Test
    void everyFolderBelongsToAModuleOrItWouldNeverRun() throws IOException {
        Set<String> modules = ApplicationModules.of(Farmgate.class).stream()
                .map(module -> module.getIdentifier())
                .map(ApplicationModuleIdentifier::toString)
                .collect(Collectors.toSet());
        assertThat(modules).containsAll(folders());
    }

    @Test
    void everyModuleKeepsItsOwnHistoryAndSchema() throws IOException {
        assertThat(tables("public")).contains("flyway_schema_history", "event_publication", "scheduled_tasks");
        for (String module : folders()) {
            assertThat(database.sql(
                                    "select count(*) from public.\"flyway_schema_history_%s\" where version = '1' and success"
                                            .formatted(module))
                            .query(Integer.class)
                            .single())
                    .as("V1 of %s", module)
                    .isEqualTo(1);
            assertThat(tables(module)).as("tables of %s", module).isNotEmpty();
        }
    }

    @Test
    void noModulePutsTablesIntoTheSharedSchema() {
        assertThat(tables("public"))
                .filteredOn(table -> !table.startsWith("flyway_schema_history"))
                .containsExactlyInAnyOrder("event_publication", "scheduled_tasks");
    }

    private List<String> tables(String schema) {
        return database.sql("select table_name from information_schema.tables where table_schema = :schema")
                .param("schema", schema)
                .query((row, number) -> row.getString("table_name"))
                .list();
    }

    private static Set<String> folders() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/V1__*.sql");
        var folders = new TreeSet<String>();
        for (Resource file : files) {
            String[] path = file.getURL().getPath().split("/");
            folders.add(path[path.length - 2]);
        }
        assertThat(folders)
                .as("migration folders among %s", Arrays.toString(files))
                .contains(ROOT);
        folders.remove(ROOT);
        return folders;
    }
}
