package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People, organisations, reach, consent and sealed numbers, through the facades.
@WholeAppTest
class PeopleTests {
    private final Cast cast;
    private final Parties parties;
    private final Memberships memberships;
    private final Consents consents;
    private final Numbers numbers;
    private final Reaches reaches;
    private final Representation representation;
    private final Erasures erasures;
    private final Accounts accounts;
    private final Audit audit;
    private final JdbcClient database;

    @Autowired
    PeopleTests(
            Cast cast,
            Parties parties,
            Memberships memberships,
            Consents consents,
            Numbers numbers,
            Reaches reaches,
            Representation representation,
            Erasures erasures,
            Accounts accounts,
            Audit audit,
            JdbcClient database) {
        this.cast = cast;
        this.parties = parties;
        this.memberships = memberships;
        this.consents = consents;
        this.numbers = numbers;
        this.reaches = reaches;
        this.representation = representation;
        this.erasures = erasures;
        this.accounts = accounts;
        this.audit = audit;
        this.database = database;
    }

    @Test
    void reachIsEverythingARegionOrOnesOwn() {
        assertThat(reaches.of(cast.admin())).isEqualTo(new Reach.Everything());
        assertThat(reaches.of(cast.officer())).isEqualTo(new Reach.Regions(Set.of(cast.county())));
        assertThat(reaches.of(cast.aygul()))
                .isEqualTo(new Reach.Parties(Set.of(cast.aygul().person())));
        assertThat(((Reach.Parties) reaches.of(cast.manager())).parties())
                .contains(
                        cast.manager().organisation(),
                        cast.aygul().person(),
                        cast.tursun().person())
                .doesNotContain(cast.faraway().person());
    }

    @Test
    void whoLiesOutsideOnesReachIsNotFound() {
        assertThatThrownBy(() -> parties.see(cast.manager(), cast.faraway().person()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> parties.see(cast.officer(), cast.faraway().person()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> parties.see(cast.buyer(), cast.aygul().person()))
                .isInstanceOf(NotFound.class);
        assertThat(parties.see(cast.aygul(), cast.aygul().person()).name()).isEqualTo("Aygul Memet");
        assertThat(parties.see(cast.aygul(), cast.buyer().organisation()).name())
                .isEqualTo("Test Stores");
    }

    @Test
    void toActForAGrowerTheirConsentIsNeeded() {
        representation.require(cast.manager(), cast.aygul().person());
        representation.require(cast.officer(), cast.aygul().person());
        representation.require(cast.tursun(), cast.tursun().person());
        assertThatThrownBy(() ->
                        representation.require(cast.manager(), cast.tursun().person()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PartyRule.NO_CONSENT));
        assertThatThrownBy(() ->
                        representation.require(cast.otherManager(), cast.aygul().person()))
                .isInstanceOf(NotFound.class);
        assertThat(representation.allowed(
                        cast.manager(),
                        List.of(
                                cast.aygul().person(),
                                cast.tursun().person(),
                                cast.faraway().person())))
                .containsExactly(cast.aygul().person());
    }

    @Test
    void aConsentThatIsWithdrawnNoLongerHolds() {
        Actor grower = cast.grower(cast.manager(), "Changes Her Mind", "changes-her-mind");
        var id = ConsentId.next();
        consents.record(cast.manager(), id, grower.person(), ConsentPurpose.REPRESENTATION, RecordedHow.VOICE);
        consents.record(cast.manager(), id, grower.person(), ConsentPurpose.REPRESENTATION, RecordedHow.VOICE);
        assertThat(consents.of(grower.person())).hasSize(1);
        representation.require(cast.manager(), grower.person());
        assertThatThrownBy(() -> consents.withdraw(cast.otherManager(), id)).isInstanceOf(NotFound.class);
        consents.withdraw(grower, id);
        assertThatThrownBy(() -> representation.require(cast.manager(), grower.person()))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> consents.record(
                        cast.manager(), id, cast.tursun().person(), ConsentPurpose.REPRESENTATION, RecordedHow.VOICE))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void numbersAreSealedShownMaskedAndRevealedForAReasonThatIsKept() {
        PartyId aygul = cast.aygul().person();
        assertThatThrownBy(() -> numbers.keep(cast.manager(), aygul, NumberKind.BANK, "6222021234567894"))
                .as("without consent to keep them")
                .isInstanceOf(RuleBroken.class);
        consents.record(cast.manager(), ConsentId.next(), aygul, ConsentPurpose.KEEP_NUMBERS, RecordedHow.PAPER);
        numbers.keep(cast.manager(), aygul, NumberKind.BANK, "6222 0212 3456 7894");
        assertThat(numbers.masked(cast.manager(), aygul)).isEqualTo(Map.of(NumberKind.BANK, "**** 7894"));
        assertThat(database.sql("select encode(sealed, 'escape') from party.number where party = ?")
                        .param(aygul.value())
                        .query(String.class)
                        .single())
                .doesNotContain("7894");
        assertThatThrownBy(() -> numbers.reveal(cast.clerk(), aygul, NumberKind.BANK, "to pay"))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> numbers.reveal(cast.manager(), aygul, NumberKind.BANK, " "))
                .isInstanceOf(RuleBroken.class);
        assertThat(numbers.reveal(cast.manager(), aygul, NumberKind.BANK, "to pay the July advance"))
                .isEqualTo("6222021234567894");
        assertThat(audit.search(cast.admin(), new Paging(0, 10, "July advance")).rows())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.what()).isEqualTo("number.revealed");
                    assertThat(entry.personName()).isEqualTo("Zhao Lin");
                    assertThat(entry.details().toString()).doesNotContain("7894");
                });
    }

    @Test
    void aMembershipThatEndsTakesItsRightsAtOnce() {
        Actor clerk = cast.works(
                PartyKind.BUYER, "Short Stay", cast.county(), "Short Stayer", "short-stay", MemberRole.CLERK);
        assertThat(clerk.may(Right.POST_DEMAND)).isTrue();
        assertThat(clerk.may(Right.SIGN_CONTRACT)).isFalse();
        memberships.leave(
                cast.admin(), memberships.of(clerk.person()).getFirst().id());
        assertThat(cast.again(clerk).rights()).isEmpty();
        assertThat(cast.again(clerk).organisation()).isEqualTo(clerk.person());
    }

    @Test
    void ofTwoManagersWhoLeaveAtOnceOneStays() throws Exception {
        Actor first =
                cast.works(PartyKind.BUYER, "Two Heads", cast.county(), "First Head", "first-head", MemberRole.MANAGER);
        PartyId second = parties.register(cast.admin(), NewParty.of(PartyKind.PERSON, "Second Head", cast.county()))
                .id();
        memberships.join(cast.admin(), MembershipId.next(), second, first.organisation(), MemberRole.MANAGER);
        var both = memberships.staff(first.organisation());
        List<Callable<Void>> leaving = both.stream()
                .map(one -> (Callable<Void>) () -> {
                    memberships.leave(cast.admin(), one.id());
                    return null;
                })
                .toList();
        assertThat(refusals(leaving))
                .singleElement()
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(PartyRule.LAST_MANAGER));
        assertThat(memberships.staff(first.organisation())).hasSize(1);
    }

    @Test
    void theSamePartySentTwiceAtOnceIsOne() throws Exception {
        NewParty wanted = NewParty.of(PartyKind.GROWER, "Sent Twice", cast.county());
        Callable<Void> register = () -> {
            parties.register(cast.manager(), wanted);
            return null;
        };
        refusals(List.of(register, register));
        assertThat(parties.search(cast.manager(), new Paging(0, 10, "sent twice"), Optional.empty())
                        .total())
                .isEqualTo(1);
        parties.register(cast.manager(), wanted);
        var other = new NewParty(
                wanted.id(),
                PartyKind.GROWER,
                Optional.empty(),
                "Somebody Else",
                wanted.region(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> parties.register(cast.manager(), other)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void registrationKeepsToOnesKindsAndRegion() {
        assertThatThrownBy(() -> parties.register(cast.manager(), NewParty.of(PartyKind.BUYER, "Mine", cast.county())))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PartyRule.KIND_NOT_YOURS));
        assertThatThrownBy(() ->
                        parties.register(cast.officer(), NewParty.of(PartyKind.GROWER, "Too Far", cast.otherCounty())))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PartyRule.OUTSIDE_YOUR_REGION));
        parties.register(
                cast.manager(),
                NewParty.of(PartyKind.GROWER, "Has A Code", cast.county()).coded("nh-0042"));
        assertThat(parties.byCode(List.of("NH-0042", "NH-9999")).keySet()).containsExactly("NH-0042");
        assertThatThrownBy(() -> parties.register(
                        cast.manager(),
                        NewParty.of(PartyKind.GROWER, "Same Code", cast.county())
                                .coded("NH-0042")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PartyRule.PARTY_CODE_TAKEN));
    }

    @Test
    void whoeverIsForgottenNamesNobodyAndTheBooksKeepTheirId() {
        Actor grower = cast.grower(cast.manager(), "To Be Forgotten", "to-be-forgotten");
        numbers.keep(grower, grower.person(), NumberKind.BANK, "6222021234567894");
        assertThat(erasures.export(grower, grower.person()))
                .containsKeys("party", "accounts", "memberships", "consents", "numbers");
        assertThatThrownBy(() -> erasures.erase(cast.manager(), grower.person()))
                .isInstanceOf(NotFound.class);
        erasures.erase(grower, grower.person());
        Party left = parties.get(grower.person());
        assertThat(left.erased()).isTrue();
        assertThat(left.name()).isEqualTo("–");
        assertThat(numbers.masked(cast.admin(), grower.person())).isEmpty();
        assertThat(accounts.check("to-be-forgotten", Cast.PASSWORD)).isEmpty();
        assertThat(accounts.of(grower.person()))
                .allMatch(account -> account.disabled() && account.username().startsWith("erased-"));
        assertThat(memberships.of(grower.person()))
                .allMatch(one -> one.endedAt().isPresent());
    }

    @Test
    void anAuditLineGoesWithTheDeedThatIsRolledBack() {
        long before =
                audit.search(cast.admin(), new Paging(0, 1, "party.registered")).total();
        assertThatThrownBy(() -> parties.registerAll(
                        cast.admin(),
                        List.of(
                                NewParty.of(PartyKind.GROWER, "Fits", cast.county())
                                        .coded("ROLL-1"),
                                NewParty.of(PartyKind.GROWER, "Clashes", cast.county())
                                        .coded("ROLL-1"))))
                .isInstanceOf(RuleBroken.class);
        assertThat(audit.search(cast.admin(), new Paging(0, 1, "party.registered"))
                        .total())
                .isEqualTo(before);
        assertThat(parties.byCode(List.of("ROLL-1"))).isEmpty();
    }

    private static List<RuleBroken> refusals(List<Callable<Void>> works) throws Exception {
        var start = new CyclicBarrier(works.size());
        List<RuleBroken> refusals = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            for (Future<Void> one : running)
                try {
                    one.get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof RuleBroken broken)) throw failed;
                    refusals.add(broken);
                }
        }
        return refusals;
    }
}
