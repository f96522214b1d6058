package org.farmgate.testing;

import java.util.List;
import org.farmgate.platform.database.DatabaseAddress;
import org.farmgate.platform.database.Migrations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/// Carries out `@WithDatabase`; Spring finds it through META-INF/spring.factories.
final class WithDatabaseCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, WithDatabase.class)
                ? new Customizer(TestContextAnnotationUtils.hasAnnotation(testClass, WithDemoCounty.class))
                : null;
    }

    /// A module test that starts without `platform` still migrates each folder by itself.
    private static void migrateByFolder(ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(FlywayMigrationStrategy.class, true, false).length == 0) {
            beans.registerSingleton("migrations", new Migrations());
        }
    }

    /// Customizers are equal but for the demo county, so that tests of the same setting share one context.
    record Customizer(boolean demo) implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            DatabaseAddress address = TestDatabase.create();
            String name = address.jdbcUrl().replaceFirst(".*//[^/]+/([^?]*).*", "$1");
            TestPropertyValues.of(
                            "farmgate.demo=" + demo,
                            "farmgate.payment.sandbox=on", // without the demo county too
                            "farmgate.data=target/test-data/contexts/" + name,
                            "spring.datasource.hikari.maximum-pool-size=8",
                            "spring.datasource.hikari.minimum-idle=0")
                    .applyTo(context);
            context.getBeanFactory().registerSingleton("testDatabase", new TestConnection(address));
            context.addBeanFactoryPostProcessor(WithDatabaseCustomizerFactory::migrateByFolder);
        }
    }

    record TestConnection(DatabaseAddress address) implements JdbcConnectionDetails {
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
    }
}
