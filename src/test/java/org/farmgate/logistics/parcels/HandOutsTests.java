package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.farmgate.platform.Audit;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Rule;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({Cast.class, Posts.class})
class HandOutsTests {
    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Parcels parcels;

    @Autowired
    HandOuts handOuts;

    @Autowired
    ParcelReturns returns;

    @Autowired
    ParcelIncidents incidents;

    @Autowired
    GivingOn givingOn;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    private HandOut asked(Parcel parcel, PickupCode code) {
        return new HandOut(
                ScanId.next(), parcel.sscc().digits(), posts.village(), code, "Feng Yulan", posts.hoursAgo(1));
    }

    private static PickupCode other(PickupCode than) {
        return new PickupCode(than.digits().equals("123456") ? "654321" : "123456");
    }

    private void refused(ScanAnswer answer, Rule rule) {
        assertThat(answer.outcome()).isEqualTo(ScanOutcome.REFUSED);
        assertThat(answer.why().orElseThrow().rule()).isEqualTo(rule);
    }

    @Test
    void aParcelIsHandedOutByItsCodeOnceAndTheCodeLiesNowhere() {
        Parcel parcel = posts.waitingAtVillage();
        refused(handOuts.record(cast.clerk(), asked(parcel, new PickupCode("000000"))), ParcelRule.PICKUP_WITHOUT_CODE);
        PickupCode code = handOuts.newCode(cast.clerk(), parcel.id());
        HandOut right = asked(parcel, code);
        ScanAnswer done = handOuts.record(cast.clerk(), right);
        assertThat(done.outcome()).isEqualTo(ScanOutcome.COUNTED);
        assertThat(handOuts.record(cast.clerk(), right)).isEqualTo(done);
        refused(handOuts.record(cast.clerk(), asked(parcel, code)), ParcelRule.PARCEL_HANDED_OUT);
        assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.HANDED_OUT);
        refused(posts.scanned(parcel, posts.village(), ScanKind.OUT, 0), ParcelRule.PARCEL_HANDED_OUT);
        assertThat(jdbc.sql("select p::text from logistics.parcel_pickup p where parcel_id = :id")
                        .param("id", parcel.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(code.digits());
        assertThat(jdbc.sql("select encode(taker_sealed, 'escape') from logistics.parcel where id = :id")
                        .param("id", parcel.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("Feng");
        assertThat(audit.search(cast.manager(), Paging.first()).rows())
                .anyMatch(entry -> entry.what().equals("parcel.pickup-code")
                        && entry.subjectId().equals(parcel.id().toString()));
    }

    @Test
    void fiveWrongTriesCloseItForAWhileAndLeaveATrail() {
        Parcel parcel = posts.waitingAtVillage();
        PickupCode code = handOuts.newCode(cast.clerk(), parcel.id());
        PickupCode wrong = other(code);
        for (int i = 0; i < HandOuts.MOST_TRIES - 1; i++)
            refused(handOuts.record(cast.clerk(), asked(parcel, wrong)), ParcelRule.PICKUP_CODE_WRONG);
        refused(handOuts.record(cast.clerk(), asked(parcel, wrong)), ParcelRule.PICKUP_LOCKED);
        refused(handOuts.record(cast.clerk(), asked(parcel, code)), ParcelRule.PICKUP_LOCKED);
        assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.READY);
        assertThat(parcels.trail(cast.clerk(), parcel.id()))
                .filteredOn(step -> step.outcome() == ScanOutcome.REFUSED)
                .hasSize(HandOuts.MOST_TRIES + 1);
        jdbc.sql("update logistics.parcel_pickup set locked_until = now() - interval '1 second' where parcel_id = :id")
                .param("id", parcel.id().value())
                .update();
        refused(handOuts.record(cast.clerk(), asked(parcel, wrong)), ParcelRule.PICKUP_CODE_WRONG);
        PickupCode fresh = handOuts.newCode(cast.clerk(), parcel.id());
        assertThat(handOuts.record(cast.clerk(), asked(parcel, fresh)).outcome())
                .isEqualTo(ScanOutcome.COUNTED);
    }

    @Test
    void itIsFetchedOnlyWhereItWaits() {
        Parcel parcel = posts.taken(posts.centre(), posts.village());
        PickupCode code = handOuts.newCode(cast.officer(), parcel.id());
        refused(handOuts.record(cast.clerk(), asked(parcel, code)), ParcelRule.PARCEL_NOT_HERE);
        posts.scanned(parcel, posts.village(), ScanKind.IN, 20);
        assertThat(handOuts.record(cast.clerk(), asked(parcel, code)).outcome()).isEqualTo(ScanOutcome.COUNTED);
        assertThatThrownBy(() -> new PickupCode("12345")).isInstanceOf(InputBroken.class);
        assertThat(new PickupCode("١٢٣ ٤٥٦").digits()).isEqualTo("123456");
    }

    @Test
    void whatNobodyFetchesGoesBackToItsSender() {
        Parcel parcel = posts.waitingAtVillage();
        Parcel other = posts.waitingAtVillage();
        jdbc.sql("update logistics.parcel set keep_until = now() - interval '1 hour' where id = :id")
                .param("id", parcel.id().value())
                .update();
        assertThat(returns.sendOverdueBack()).isEqualTo(1);
        assertThat(returns.sendOverdueBack()).isZero();
        Parcel back = posts.now(parcel);
        assertThat(back.state().returning()).isTrue();
        assertThat(back.stage()).isEqualTo(ParcelStage.AT_SITE);
        assertThat(parcels.next(back)).isEqualTo(new Next.To(posts.township()));
        assertThat(posts.now(other).stage()).isEqualTo(ParcelStage.READY);
        assertThat(parcels.trail(cast.clerk(), parcel.id()).getLast().kind()).isEqualTo(ScanKind.RETURN);
    }

    @Test
    void aClerkSendsBackOnceAndItWaitsForItsSenderWhereItWasTakenIn() {
        Parcel parcel = posts.waitingAtVillage();
        ScanId scan = ScanId.next();
        Parcel back = returns.sendBack(cast.clerk(), scan, parcel.key(), "not wanted");
        assertThat(returns.sendBack(cast.clerk(), scan, parcel.key(), "not wanted"))
                .isEqualTo(back);
        assertThatThrownBy(() -> returns.sendBack(cast.clerk(), ScanId.next(), parcel.key(), "again"))
                .hasMessageContaining("PARCEL_NOT_IN_THAT_STATE");
        assertThat(back.goal()).contains(posts.centre());
    }

    @Test
    void aLostParcelIsFoundByTheNextScanAndADamagedOneGoesOn() {
        Parcel parcel = posts.waitingAtVillage();
        var damaged = new NewIncident(ScanId.next(), ParcelIncident.Kind.DAMAGED, "box is wet", "the carrier");
        assertThat(incidents.report(cast.clerk(), parcel.key(), damaged).stage())
                .isEqualTo(ParcelStage.READY);
        incidents.report(cast.clerk(), parcel.key(), damaged);
        var lost = new NewIncident(ScanId.next(), ParcelIncident.Kind.LOST, "not on the shelf", "");
        assertThat(incidents.report(cast.clerk(), parcel.key(), lost).stage()).isEqualTo(ParcelStage.LOST);
        assertThat(incidents.of(cast.clerk(), parcel.id()))
                .extracting(ParcelIncident::kind, ParcelIncident::payer, ParcelIncident::personName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ParcelIncident.Kind.DAMAGED, "the carrier", "Li Na"),
                        org.assertj.core.groups.Tuple.tuple(ParcelIncident.Kind.LOST, "", "Li Na"));
        posts.scanned(parcel, posts.village(), ScanKind.IN, 0);
        assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.READY);
    }

    @Test
    void anotherCarrierBringsItOnAndTellsTheEnd() {
        Parcel parcel =
                parcels.takeIn(cast.officer(), posts.wanted(posts.centre(), new ParcelTarget.Door(cast.province())));
        assertThat(parcel.toSite())
                .as("no site of ours serves the whole province")
                .isEmpty();
        assertThat(parcels.next(parcel)).isEqualTo(new Next.Outside());
        GivenOn to = new GivenOn("Far Express", "FX-" + parcel.sscc());
        givingOn.give(cast.officer(), ScanId.next(), parcel.key(), to, posts.hoursAgo(20));
        assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.GIVEN_ON);
        assertThat(givingOn.find(to)).containsExactly(parcel.key());
        ScanId done = ScanId.next();
        for (int i = 0; i < 2; i++)
            givingOn.told(done, parcel.key(), CarrierNews.DELIVERED, posts.hoursAgo(2), "at the door", "Feng Yulan");
        assertThat(posts.now(parcel).stage()).isEqualTo(ParcelStage.HANDED_OUT);
        assertThat(parcels.track(parcel.sscc()).orElseThrow().places())
                .extracting(Track.Place::kind)
                .containsExactly(ScanKind.TAKE_IN, ScanKind.GIVE_ON, ScanKind.TOLD);
    }

    @Test
    void onceItGoesBackTheReceiversCodeOpensNothing() {
        Parcel refusedByReceiver = posts.taken(posts.village(), posts.village());
        Parcel overdue = posts.taken(posts.village(), posts.village());
        PickupCode first = handOuts.newCode(cast.clerk(), refusedByReceiver.id());
        PickupCode second = handOuts.newCode(cast.clerk(), overdue.id());
        returns.sendBack(cast.clerk(), ScanId.next(), refusedByReceiver.key(), "not wanted");
        jdbc.sql("update logistics.parcel set keep_until = now() - interval '1 hour' where id = :id")
                .param("id", overdue.id().value())
                .update();
        assertThat(returns.sendOverdueBack()).isEqualTo(1);
        assertThat(posts.now(refusedByReceiver).stage()).isEqualTo(ParcelStage.READY);
        assertThat(posts.now(overdue).stage()).isEqualTo(ParcelStage.READY);
        refused(handOuts.record(cast.clerk(), asked(refusedByReceiver, first)), ParcelRule.PICKUP_WITHOUT_CODE);
        refused(handOuts.record(cast.clerk(), asked(overdue, second)), ParcelRule.PICKUP_WITHOUT_CODE);
        PickupCode ofSender = handOuts.newCode(cast.clerk(), overdue.id());
        assertThat(handOuts.record(cast.clerk(), asked(overdue, ofSender)).outcome())
                .isEqualTo(ScanOutcome.COUNTED);
    }
}
