package org.farmgate.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Brings every module's schema up to date from the module's own folder, `db/migration/<module>`, each with its own
/// V1 and its own history inside its own schema. What no module owns lies in `__root` and goes into the schema
/// `public`. No module may refer to another's tables, so the order of the modules does not matter. Spring Modulith
/// could do the like, but it reads every class of the program at each start to find the modules; docs/adr/0003 has
/// the figures.
@Component
public class Migrations implements FlywayMigrationStrategy {
    private static final String LOCATION = "classpath:db/migration/";
    private static final String SHARED = "__root";
    private static final String SHARED_SCHEMA = "public";

    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway, SHARED, SHARED_SCHEMA);
        for (String module : modules()) {
            migrate(flyway, module, module);
        }
    }

    /// The search path is the module's schema while its files run, so a table whose schema was forgotten still
    /// lands there.
    private static void migrate(Flyway flyway, String folder, String schema) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations(LOCATION + folder)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .load()
                .migrate();
    }

    /// The modules that bring migrations, by the names of their folders.
    static List<String> modules() {
        try {
            Set<String> folders = new TreeSet<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(LOCATION + "*/V*.sql")) {
                String[] path = file.getURL().getPath().split("/");
                folders.add(path[path.length - 2]);
            }
            folders.remove(SHARED);
            return List.copyOf(folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
