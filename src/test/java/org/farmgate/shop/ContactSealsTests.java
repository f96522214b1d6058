package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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

/// A new key was put in front of the old one, under which addresses of orders lie.
@ModuleTest
@Import({Cast.class, Stall.class})
@TestPropertySource(properties = "FARMGATE_KEY=" + ContactSealsTests.NEW + "," + ContactSealsTests.OLD)
class ContactSealsTests {
    static final String NEW = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String OLD = "HxwdHh8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo=";

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("sealedContacts")
    SealedRows contacts;

    @Test
    void theyAreCountedSealedAnewAndStillOpen() {
        Listing listing = stall.open(9, Optional.empty());
        OrderId old = order(listing);
        OrderId fresh = order(listing);
        var before = new Sealing(OLD, "unused");
        Sealing.Sealed sealed = before.seal(ContactText.write(contact(old)), ContactText.place(old));
        jdbc.sql("update shop.orders set contact_key = :key, contact = :sealed where id = :id")
                .param("key", sealed.keyId())
                .param("sealed", sealed.bytes())
                .param("id", old.value())
                .update();
        assertThat(contacts.sealedByOlder()).isEqualTo(1);
        assertThat(contact(old)).isEqualTo(contact(fresh));
        int[] done = {0};
        contacts.sealAnew(some -> done[0] += some);
        assertThat(done).containsExactly(1);
        assertThat(contacts.sealedByOlder()).isZero();
        assertThat(contact(old)).isEqualTo(contact(fresh));
        contacts.sealAnew(some -> done[0] += some);
        assertThat(done).containsExactly(1);
    }

    private OrderId order(Listing listing) {
        Contact same = new Contact("Gao Yu", "13800000001", "12 Garden Street");
        return OrderIntakeTests.taken(intake.place(stall.order(OrderKey.next(), listing, 1, same, "sandbox")))
                .id();
    }

    private Contact contact(OrderId id) {
        return orders.contact(orders.see(cast.manager(), id));
    }
}
