package org.farmgate.platform.database;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One line for each change made to the database, and none when there was nothing to do. Flyway's own log says
/// several for every module at every start, so application.yaml silences it.
@Component
class MigrationLog implements Callback {
    private static final Logger log = LoggerFactory.getLogger(MigrationLog.class);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo done = context.getMigrationInfo();
        String schema = context.getConfiguration().getDefaultSchema();
        log.info("Database schema {} brought to V{}: {}.", schema, done.getVersion(), done.getDescription());
    }

    @Override
    public String getCallbackName() {
        return "migration log";
    }
}
