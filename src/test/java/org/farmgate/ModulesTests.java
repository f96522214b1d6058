package org.farmgate;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {
    @Test
    void everyModuleCallsOnlyWhatItMay() {
        ApplicationModules.of(Farmgate.class).verify();
    }
}
