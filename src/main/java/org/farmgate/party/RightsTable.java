package org.farmgate.party;

import static org.farmgate.platform.Right.ADMINISTER;
import static org.farmgate.platform.Right.DRIVE;
import static org.farmgate.platform.Right.HANDLE_PARCELS;
import static org.farmgate.platform.Right.HOLD_SHOWS;
import static org.farmgate.platform.Right.KEEP_BOOKS;
import static org.farmgate.platform.Right.KEEP_STOCK;
import static org.farmgate.platform.Right.MANAGE_ORGANISATION;
import static org.farmgate.platform.Right.MANAGE_OWN_SITES;
import static org.farmgate.platform.Right.MANAGE_PARTIES;
import static org.farmgate.platform.Right.MOVE_GOODS;
import static org.farmgate.platform.Right.NEGOTIATE_CONTRACT;
import static org.farmgate.platform.Right.PERMIT_HOSTS;
import static org.farmgate.platform.Right.PLAN_SEASON;
import static org.farmgate.platform.Right.PLAN_TRIPS;
import static org.farmgate.platform.Right.POST_DEMAND;
import static org.farmgate.platform.Right.REGISTER_SUPPLY;
import static org.farmgate.platform.Right.RELEASE_PAYOUTS;
import static org.farmgate.platform.Right.REVEAL_NUMBERS;
import static org.farmgate.platform.Right.SEE_BOOKS;
import static org.farmgate.platform.Right.SEE_DEMAND;
import static org.farmgate.platform.Right.SEE_STOCK;
import static org.farmgate.platform.Right.SEE_SUPPLY;
import static org.farmgate.platform.Right.SELL;
import static org.farmgate.platform.Right.SET_TARIFFS;
import static org.farmgate.platform.Right.SIGN_CONTRACT;
import static org.farmgate.platform.Right.WEIGH;

import java.util.EnumSet;
import java.util.Set;
import org.farmgate.platform.Right;

/// Who may do what: the one table. A manager has all that the kind of organisation can do; a clerk all of that
/// but to decide, sign and unmask; a viewer only sees. What a right reaches is another question: see [Reaches].
public final class RightsTable {
    /// What a clerk leaves to the manager.
    private static final Set<Right> FOR_MANAGERS =
            EnumSet.of(ADMINISTER, MANAGE_ORGANISATION, REVEAL_NUMBERS, SIGN_CONTRACT, RELEASE_PAYOUTS, PERMIT_HOSTS);

    private static final Set<Right> FOR_VIEWERS = EnumSet.of(SEE_SUPPLY, SEE_DEMAND, SEE_STOCK, SEE_BOOKS);

    private RightsTable() {}

    public static Set<Right> of(PartyKind kind, MemberRole role) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        rights.addAll(all(kind));
        switch (role) {
            case MANAGER -> {}
            case CLERK -> rights.removeAll(FOR_MANAGERS);
            case VIEWER -> rights.retainAll(FOR_VIEWERS);
            case MEMBER -> rights.clear();
        }
        return Set.copyOf(rights);
    }

    /// All that an organisation of that kind can do; also the most that its tokens can.
    public static Set<Right> all(PartyKind kind) {
        return switch (kind) {
            case PERSON -> Set.of();
            case GROWER ->
                Set.of(
                        SEE_SUPPLY,
                        REGISTER_SUPPLY,
                        SEE_DEMAND,
                        NEGOTIATE_CONTRACT,
                        SIGN_CONTRACT,
                        SEE_BOOKS,
                        HOLD_SHOWS);
            case COOPERATIVE ->
                Set.of(
                        MANAGE_ORGANISATION,
                        MANAGE_PARTIES,
                        REVEAL_NUMBERS,
                        MANAGE_OWN_SITES,
                        SEE_SUPPLY,
                        REGISTER_SUPPLY,
                        SEE_DEMAND,
                        NEGOTIATE_CONTRACT,
                        SIGN_CONTRACT,
                        SEE_STOCK,
                        KEEP_STOCK,
                        SEE_BOOKS,
                        KEEP_BOOKS,
                        RELEASE_PAYOUTS,
                        WEIGH,
                        SELL,
                        HOLD_SHOWS,
                        MOVE_GOODS,
                        PLAN_TRIPS,
                        HANDLE_PARCELS,
                        DRIVE);
            case PROCESSOR, COMPANY ->
                Set.of(
                        MANAGE_ORGANISATION,
                        MANAGE_OWN_SITES,
                        SEE_SUPPLY,
                        REGISTER_SUPPLY,
                        SEE_DEMAND,
                        POST_DEMAND,
                        NEGOTIATE_CONTRACT,
                        SIGN_CONTRACT,
                        SEE_STOCK,
                        KEEP_STOCK,
                        SEE_BOOKS,
                        KEEP_BOOKS,
                        RELEASE_PAYOUTS,
                        WEIGH,
                        SELL,
                        HOLD_SHOWS,
                        MOVE_GOODS,
                        PLAN_TRIPS,
                        HANDLE_PARCELS,
                        DRIVE);
            case BUYER ->
                Set.of(
                        MANAGE_ORGANISATION,
                        MANAGE_OWN_SITES,
                        SEE_DEMAND,
                        POST_DEMAND,
                        NEGOTIATE_CONTRACT,
                        SIGN_CONTRACT,
                        SEE_STOCK,
                        KEEP_STOCK,
                        MOVE_GOODS,
                        SEE_BOOKS);
            case COUNTY_CENTRE ->
                Set.of(
                        MANAGE_ORGANISATION,
                        MANAGE_PARTIES,
                        REVEAL_NUMBERS,
                        MANAGE_OWN_SITES,
                        SEE_SUPPLY,
                        REGISTER_SUPPLY,
                        SEE_DEMAND,
                        PLAN_SEASON,
                        NEGOTIATE_CONTRACT,
                        SIGN_CONTRACT,
                        SEE_STOCK,
                        KEEP_STOCK,
                        SEE_BOOKS,
                        WEIGH,
                        SELL,
                        HOLD_SHOWS,
                        PERMIT_HOSTS,
                        MOVE_GOODS,
                        PLAN_TRIPS,
                        HANDLE_PARCELS,
                        DRIVE);
            case PAIRING_OFFICE -> Set.of(MANAGE_ORGANISATION, HOLD_SHOWS, SEE_SUPPLY, SEE_DEMAND, PLAN_SEASON);
            case CARRIER ->
                Set.of(
                        MANAGE_ORGANISATION,
                        MANAGE_OWN_SITES,
                        SET_TARIFFS,
                        SEE_STOCK,
                        KEEP_STOCK,
                        MOVE_GOODS,
                        PLAN_TRIPS,
                        HANDLE_PARCELS,
                        DRIVE,
                        SEE_BOOKS);
            case OPERATOR -> EnumSet.allOf(Right.class);
        };
    }
}
