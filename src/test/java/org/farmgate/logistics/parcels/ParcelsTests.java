package org.farmgate.logistics.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Money;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({Cast.class, Posts.class})
class ParcelsTests {
    @Autowired
    Cast cast;

    @Autowired
    Posts posts;

    @Autowired
    Parcels parcels;

    @Autowired
    Consignments consignments;

    @Autowired
    JdbcClient jdbc;

    static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies((Consumer<Throwable>) thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule)));
    }

    @Test
    void aVillagersParcelGoesUpThreeTiersAcrossAndIsTrackedToTheStationWhereItWaits() {
        NewParcel wanted = posts.wanted(posts.village(), new ParcelTarget.Pickup(posts.otherStation()));
        Parcel parcel = parcels.takeIn(cast.clerk(), wanted);
        assertThat(parcels.takeIn(cast.clerk(), wanted)).isEqualTo(parcel);
        assertThat(parcel.price()).as("2 kg, beyond the county").isEqualTo(new Money(750));
        assertThat(parcels.next(parcel)).isEqualTo(new Next.To(posts.township()));
        posts.scanned(parcel, posts.village(), ScanKind.OUT, 38);
        assertThat(posts.scanned(parcel, posts.township(), ScanKind.IN, 36).next())
                .isEqualTo(new Next.To(posts.centre()));
        posts.scanned(parcel, posts.township(), ScanKind.LOAD, 35);
        assertThat(posts.scanned(parcel, posts.centre(), ScanKind.UNLOAD, 33).next())
                .isEqualTo(new Next.To(posts.otherCentre()));
        posts.scanned(parcel, posts.centre(), ScanKind.LOAD, 30);
        assertThat(posts.scanned(parcel, posts.otherCentre(), ScanKind.UNLOAD, 20)
                        .next())
                .isEqualTo(new Next.To(posts.otherStation()));
        posts.scanned(parcel, posts.otherCentre(), ScanKind.OUT, 18);
        ScanAnswer there = posts.scanned(parcel, posts.otherStation(), ScanKind.IN, 10);
        assertThat(there.next()).isEqualTo(new Next.FetchedHere());
        Parcel now = parcels.see(cast.otherManager(), parcel.id());
        assertThat(now.stage()).isEqualTo(ParcelStage.READY);
        assertThat(now.state().keepUntil())
                .as("seven days at a station")
                .contains(now.state().at().plus(java.time.Duration.ofDays(7)));
        Track track = parcels.track(parcel.sscc()).orElseThrow();
        assertThat(track.places())
                .extracting(Track.Place::site)
                .containsExactly(
                        posts.village(),
                        posts.village(),
                        posts.township(),
                        posts.township(),
                        posts.centre(),
                        posts.centre(),
                        posts.otherCentre(),
                        posts.otherCentre(),
                        posts.otherStation());
    }

    @Test
    void anIdStandsForOneParcelAndTheNumbersRun() {
        NewParcel.FromVillager wanted = posts.wanted(posts.village(), new ParcelTarget.Pickup(posts.centre()));
        Parcel parcel = parcels.takeIn(cast.manager(), wanted);
        var other = new NewParcel.FromVillager(
                wanted.id(),
                wanted.site(),
                wanted.sender(),
                Posts.person("Somebody Else"),
                wanted.to(),
                wanted.size(),
                wanted.at());
        refused(ParcelRule.PARCEL_ID_USED, () -> parcels.takeIn(cast.manager(), other));
        Parcel next = posts.taken(posts.village(), posts.centre());
        assertThat(next.sscc()).isNotEqualTo(parcel.sscc());
        assertThat(parcels.find("(00)" + parcel.sscc())).contains(parcel);
    }

    @Test
    void peopleLieSealedAndOnlyThoseWhoHandleItSeeThem() {
        Parcel parcel = posts.taken(posts.village(), posts.centre());
        String stored = jdbc.sql("select encode(people_sealed, 'escape') from logistics.parcel where id = :id")
                .param("id", parcel.id().value())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("Feng").doesNotContain("135");
        assertThat(parcels.unseal(cast.clerk(), parcel.id()).orElseThrow().receiver())
                .contains(Posts.person("Feng Yulan"));
        assertThatThrownBy(() -> parcels.unseal(cast.otherManager(), parcel.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> parcels.takeIn(
                        cast.otherManager(), posts.wanted(posts.village(), new ParcelTarget.Pickup(posts.centre()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void goodsOfAnOrderBecomeParcelsAndAreDeliveredWithTheLastOfThem() {
        NewConsignment goods = posts.goods(2);
        consignments.book(goods);
        NewParcel first = new NewParcel.OfOrder(
                ParcelId.next(), posts.village(), goods.id(), 1, Posts.size(), posts.hoursAgo(40));
        Parcel one = parcels.takeIn(cast.clerk(), first);
        assertThat(consignments.get(goods.id()).stage()).isEqualTo(ConsignmentStage.HANDED_OVER);
        refused(
                ParcelRule.PARCEL_TAKEN_IN_BEFORE,
                () -> parcels.takeIn(
                        cast.clerk(),
                        new NewParcel.OfOrder(
                                ParcelId.next(), posts.village(), goods.id(), 1, Posts.size(), posts.hoursAgo(40))));
        refused(
                ParcelRule.PARCEL_NOT_OF_CONSIGNMENT,
                () -> parcels.takeIn(
                        cast.clerk(),
                        new NewParcel.OfOrder(
                                ParcelId.next(), posts.village(), goods.id(), 3, Posts.size(), posts.hoursAgo(40))));
        Parcel two = parcels.takeIn(
                cast.clerk(),
                new NewParcel.OfOrder(
                        ParcelId.next(), posts.village(), goods.id(), 2, Posts.size(), posts.hoursAgo(40)));
        assertThat(one.toDoor()).isTrue();
        SiteDelivery brings = new SiteDelivery();
        brings.bring(one);
        assertThat(consignments.get(goods.id()).stage()).isEqualTo(ConsignmentStage.HANDED_OVER);
        brings.bring(two);
        assertThat(consignments.get(goods.id()).stage()).isEqualTo(ConsignmentStage.DELIVERED);
        assertThat(parcels.unseal(cast.admin(), one.id()))
                .as("nobody's affair any more")
                .isEmpty();
    }

    /// A round from the last site brings it to the door.
    private class SiteDelivery {
        void bring(Parcel parcel) {
            var last = parcel.toSite().orElseThrow();
            posts.scanned(parcel, last, ScanKind.IN, 10);
            posts.scanned(parcel, last, ScanKind.LOAD, 9);
            var done = new Scan(
                    ScanId.next(),
                    parcel.sscc().digits(),
                    last,
                    ScanKind.DELIVER,
                    posts.hoursAgo(8),
                    Optional.empty(),
                    Optional.empty(),
                    "Feng Yulan");
            assertThat(posts.recorded(done).outcome()).isEqualTo(ScanOutcome.COUNTED);
        }
    }

    @Test
    void anotherCarriersParcelIsFoundByItsWaybillAndTakenInOnce() {
        var from = new ParcelSource.Inbound(
                "Far Express", "FE-" + UUID.randomUUID().toString().substring(0, 12));
        NewParcel inbound = inbound(from);
        Parcel parcel = parcels.takeIn(cast.officer(), inbound);
        assertThat(parcels.find(from.waybill())).contains(parcel);
        refused(ParcelRule.PARCEL_TAKEN_IN_BEFORE, () -> parcels.takeIn(cast.officer(), inbound(from)));
        ScanAnswer answer = posts.recorded(
                Scan.of(ScanId.next(), from.waybill(), posts.centre(), ScanKind.OUT, posts.hoursAgo(20)));
        assertThat(answer.parcel()).contains(parcel.key());
        assertThat(List.of(answer.next())).containsExactly(new Next.To(posts.township()));
    }

    private NewParcel inbound(ParcelSource.Inbound from) {
        return new NewParcel.Inbound(
                ParcelId.next(),
                posts.centre(),
                from,
                Posts.person("Feng Yulan"),
                new ParcelTarget.Pickup(posts.village()),
                Posts.size(),
                posts.hoursAgo(40));
    }

    @Test
    void thePackagesOfAConsignmentAreFoundByAnIndex() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where schemaname = 'logistics' and tablename = 'parcel'")
                        .query(String.class)
                        .list())
                .anyMatch(index -> index.contains("(consignment_id)"));
    }
}
