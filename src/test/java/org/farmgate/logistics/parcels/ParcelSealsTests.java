package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A new key was put in front of the old one, under which people at both ends of a parcel lie.
@ModuleTest
@Import({Cast.class, Posts.class})
@TestPropertySource(properties = "FARMGATE_KEY=" + ParcelSealsTests.NEW + "," + ParcelSealsTests.OLD)
class ParcelSealsTests {
    static final String NEW = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String OLD = "HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo=";

    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Parcels parcels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("sealedParcelPeople")
    SealedRows people;

    @Test
    void theyAreCountedSealedAnewAndStillOpen() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        ParcelPeople there = parcels.unseal(cast.clerk(), parcel.id()).orElseThrow();
        Sealing.Sealed sealed = ParcelSealing.people(new Sealing(OLD, "unused"), parcel.id(), there);
        jdbc.sql("update logistics.parcel set people_key = :key, people_sealed = :sealed where id = :id")
                .param("key", sealed.keyId())
                .param("sealed", sealed.bytes())
                .param("id", parcel.id().value())
                .update();
        assertThat(people.sealedByOlder()).isEqualTo(1);
        int[] done = {0};
        people.sealAnew(some -> done[0] += some);
        assertThat(done).containsExactly(1);
        assertThat(people.sealedByOlder()).isZero();
        assertThat(parcels.unseal(cast.clerk(), parcel.id())).contains(there);
    }
}
