package org.farmgate.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.farmgate.platform.start.CannotStart;
import org.farmgate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTests {
    @ParameterizedTest
    @CsvSource({
        "postgres://ali:p%40ss+1@db.example:6543/farm, jdbc:postgresql://db.example:6543/farm?, ali, p@ss+1",
        "postgresql://ali@db.example/farm?sslmode=require, jdbc:postgresql://db.example/farm?sslmode=require&, ali, ''",
        "postgres://ali:secret@[::1]:5432/farm, jdbc:postgresql://[::1]:5432/farm?, ali, secret",
        "jdbc:postgresql://db.example/farm?user=ali&password=secret, jdbc:postgresql://db.example/farm?user=ali&password=secret&, ali, secret",
    })
    void bothWaysOfWritingAnAddressAreUnderstood(String text, String start, String user, String password) {
        DatabaseAddress address = DatabaseAddress.parse(text);
        assertThat(address.jdbcUrl())
                .isEqualTo(start + "reWriteBatchedInserts=true&ApplicationName=farmgate&connectTimeout=10");
        assertThat(address.username()).isEqualTo(user);
        assertThat(address.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://a:secret@b/c",
                "postgres://a:secret@b",
                "postgres://a:secret@b/",
                "not an address: secret",
                "jdbc:postgresql:///x:y:z/secret?%"
            })
    void anythingElseIsRefusedWithoutRepeatingASecret(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("FARMGATE_DATABASE_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatAnswersIsAskedForItsVersion() {
        assertThat(TestDatabase.create().check()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void aServerThatDoesNotAnswerIsToldInWords() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgres://a:secret@127.0.0.1:1/farm")
                        .check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be used")
                .hasMessageNotContaining("secret");
    }
}
