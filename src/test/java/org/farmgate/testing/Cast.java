package org.farmgate.testing;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.ConsentPurpose;
import org.farmgate.party.Consents;
import org.farmgate.party.MemberRole;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.party.Memberships;
import org.farmgate.party.NewParty;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Account;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.Founding;
import org.farmgate.platform.Id;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.security.ApiToken.TokenId;
import org.farmgate.platform.security.Sessions;
import org.farmgate.platform.security.Tokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The small named cast that tests share, made through the facades at first use. Inject it into any
/// `@WholeAppTest`; in a `@ModuleTest` import it with `@Import(Cast.class)`. All of them act in one
/// invented county unless said otherwise; nobody's names or codes are anybody's.
@Lazy
@TestComponent
public class Cast {
    public static final String PASSWORD = "melons ripen in august";

    private final Accounts accounts;
    private final Actors actors;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Parties parties;
    private final Memberships memberships;
    private final Consents consents;
    private final Regions regions;

    private final Map<String, Cookie> cookies = new HashMap<>();
    private final RegionId province;
    private final RegionId county;
    private final RegionId otherCounty;
    private final Actor admin;
    private final Actor officer;
    private final Actor manager;
    private final Actor clerk;
    private final Actor viewer;
    private final Actor otherManager;
    private final Actor buyer;
    private final Actor carrier;
    private final Actor nobody;
    private final Actor aygul;
    private final Actor tursun;
    private final Actor faraway;

    Cast(
            Accounts accounts,
            Actors actors,
            Sessions sessions,
            Tokens tokens,
            Parties parties,
            Memberships memberships,
            Consents consents,
            Regions regions,
            Founding founding) {
        this.accounts = accounts;
        this.actors = actors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.parties = parties;
        this.memberships = memberships;
        this.consents = consents;
        this.regions = regions;
        admin = signedUp(founding.found("Test operator", "Rena Rahman"), "rena");
        province = region(RegionKind.PROVINCE, Optional.empty(), "990000", "Test province", 39.0, 77.0);
        county = region(RegionKind.COUNTY, Optional.of(province), "990101", "Test county", 38.9, 77.6);
        otherCounty = region(RegionKind.COUNTY, Optional.of(province), "990102", "Other county", 38.2, 77.2);
        officer = works(
                PartyKind.COUNTY_CENTRE, "Test county centre", county, "Chen Jing", "chenjing", MemberRole.MANAGER);
        manager = works(
                PartyKind.COOPERATIVE, "Sweet Melon Cooperative", county, "Zhao Lin", "zhaolin", MemberRole.MANAGER);
        clerk = joins(manager.organisation(), "Li Na", "lina", MemberRole.CLERK);
        viewer = joins(manager.organisation(), "Ma Jun", "majun", MemberRole.VIEWER);
        otherManager = works(
                PartyKind.COOPERATIVE, "Other Cooperative", otherCounty, "Wu Qiang", "wuqiang", MemberRole.MANAGER);
        buyer = works(PartyKind.BUYER, "Test Stores", province, "Zhou Min", "zhoumin", MemberRole.MANAGER);
        carrier = works(PartyKind.CARRIER, "Test Haulage", county, "Adil Ghopur", "adil", MemberRole.MANAGER);
        nobody = signedUp(
                parties.register(admin, NewParty.of(PartyKind.PERSON, "Sun Yi", county))
                        .id(),
                "sunyi");
        aygul = grower(manager, "Aygul Memet", "aygul");
        tursun = grower(manager, "Tursun Abla", "tursun");
        faraway = grower(otherManager, "Hasan Tohti", "hasan");
        consents.record(manager, ConsentId.next(), aygul.person(), ConsentPurpose.REPRESENTATION, RecordedHow.PAPER);
        consents.record(officer, ConsentId.next(), aygul.person(), ConsentPurpose.REPRESENTATION, RecordedHow.VOICE);
    }

    public RegionId county() {
        return county;
    }

    public RegionId otherCounty() {
        return otherCounty;
    }

    public RegionId province() {
        return province;
    }

    /// Rena, manager of the operator: may do everything everywhere.
    public Actor admin() {
        return admin;
    }

    /// Chen Jing, head of the county centre.
    public Actor officer() {
        return officer;
    }

    /// Zhao Lin, manager of the cooperative that Aygul and Tursun belong to.
    public Actor manager() {
        return manager;
    }

    /// Li Na, clerk of that cooperative.
    public Actor clerk() {
        return clerk;
    }

    /// Ma Jun, who may only look on there.
    public Actor viewer() {
        return viewer;
    }

    /// Wu Qiang, manager of another cooperative in another county.
    public Actor otherManager() {
        return otherManager;
    }

    /// Zhou Min, who buys for a chain of stores.
    public Actor buyer() {
        return buyer;
    }

    /// Adil, who runs trucks.
    public Actor carrier() {
        return carrier;
    }

    /// Sun Yi can sign in, and belongs to nobody: no rights at all.
    public Actor nobody() {
        return nobody;
    }

    /// A grower who lets her cooperative and the county centre act for her.
    public Actor aygul() {
        return aygul;
    }

    /// A grower of the same cooperative who does not.
    public Actor tursun() {
        return tursun;
    }

    /// A grower of the other cooperative, in the other county.
    public Actor faraway() {
        return faraway;
    }

    /// The request comes from the browser in which that actor is signed in, with a form's proof. Rights are
    /// found as in life: by the session, at each request.
    public RequestPostProcessor signedInAs(Actor actor) {
        Cookie cookie = cookies.computeIfAbsent(actor.account() + " " + actor.organisation(), _ -> session(actor));
        return request -> {
            request.setCookies(cookie);
            return SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(request);
        };
    }

    /// For the header `Authorization`: a fresh token of that actor's organisation. Only managers can make
    /// tokens.
    public String bearer(Actor actor, Right... rights) {
        return "Bearer "
                + tokens.make(actor, new TokenId(Id.next()), "test", Set.of(rights), 1)
                        .text();
    }

    /// As they are now: after a membership began or ended.
    public Actor again(Actor actor) {
        return actors.of(actor.account(), actor.person(), Optional.of(actor.organisation()));
    }

    /// Another organisation with one person who works there and can sign in.
    public Actor works(
            PartyKind kind, String organisation, RegionId where, String person, String username, MemberRole role) {
        PartyId id =
                parties.register(admin, NewParty.of(kind, organisation, where)).id();
        return joins(id, person, username, role);
    }

    /// Another grower of that manager's cooperative, who can sign in.
    public Actor grower(Actor cooperative, String name, String username) {
        RegionId where = new RegionId(cooperative.region().orElseThrow());
        return signedUp(
                parties.register(cooperative, NewParty.of(PartyKind.GROWER, name, where))
                        .id(),
                username);
    }

    /// Another who works for that organisation and can sign in.
    public Actor joins(PartyId organisation, String name, String username, MemberRole role) {
        PartyId person = parties.register(admin, NewParty.of(PartyKind.PERSON, name, county))
                .id();
        memberships.join(admin, MembershipId.next(), person, organisation, role);
        return signedUp(person, username);
    }

    private Actor signedUp(PartyId person, String username) {
        AccountId account =
                accounts.open(Optional.empty(), person, username, PASSWORD).id();
        return actors.of(account, person, Optional.empty());
    }

    private Cookie session(Actor actor) {
        var secret = sessions.open(actor.account());
        List<Account> own = accounts.of(actor.person());
        if (!own.isEmpty() && !actor.organisation().equals(actor.person()))
            sessions.actFor(secret, actor, actor.organisation());
        return new Cookie("farmgate_session", secret.text());
    }

    private RegionId region(
            RegionKind kind, Optional<RegionId> parent, String code, String name, double latitude, double longitude) {
        return regions.register(
                        admin,
                        new Region(
                                RegionId.next(),
                                kind,
                                parent,
                                code,
                                new Multilingual(name, name, name),
                                Optional.of(new Coordinates(latitude, longitude))))
                .id();
    }
}
