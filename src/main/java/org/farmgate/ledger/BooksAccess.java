package org.farmgate.ledger;

import java.util.Map;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Denied;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;

/// Who sees which accounts: a county centre those of its county, everybody else those they hold or are the
/// other side of. A cooperative does not see what others owe its growers. Public for the parts of this
/// module.
@Component
public class BooksAccess {
    private final Reaches reaches;

    BooksAccess(Reaches reaches) {
        this.reaches = reaches;
    }

    /// What somebody sees, as a condition on a table with the columns `origin_id`, `holder_id`,
    /// `counterparty_id`.
    ///
    /// @param sql with `%s` for the table's name
    public record Sight(Reach reach, PartyId own, String sql, Map<String, Object> params) {
        public String on(String table) {
            return sql.replace("%s", table);
        }

        public boolean sees(AccountKey account) {
            return switch (reach) {
                case Reach.Everything _ -> true;
                case Reach.Regions(var counties) -> counties.contains(account.origin());
                case Reach.Parties _ ->
                    account.holder().filter(own::equals).isPresent()
                            || account.counterparty().filter(own::equals).isPresent();
            };
        }

        /// Whether every account of that origin is seen.
        public boolean seesWhole(RegionId origin) {
            return switch (reach) {
                case Reach.Everything _ -> true;
                case Reach.Regions(var counties) -> counties.contains(origin);
                case Reach.Parties _ -> false;
            };
        }
    }

    /// Refuses by [Denied].
    public Sight of(Actor actor) {
        boolean may = actor.may(Right.SEE_BOOKS) || actor.may(Right.KEEP_BOOKS) || actor.may(Right.RELEASE_PAYOUTS);
        if (!may) throw new Denied(Right.SEE_BOOKS);
        Reach reach = reaches.of(actor);
        return switch (reach) {
            case Reach.Everything _ -> new Sight(reach, actor.organisation(), "true", Map.of());
            case Reach.Regions(var counties) ->
                new Sight(
                        reach,
                        actor.organisation(),
                        "%s.origin_id = any(:counties::uuid[])",
                        Map.of("counties", Batch.array(counties)));
            case Reach.Parties _ ->
                new Sight(
                        reach,
                        actor.organisation(),
                        "(%s.holder_id = :own or %s.counterparty_id = :own)",
                        Map.of("own", actor.organisation().value()));
        };
    }

    /// Whether the actor keeps these books: they are its own, or it is the operator.
    public static boolean keeps(Actor actor, PartyId holder) {
        return actor.everywhere() || actor.actsFor(holder);
    }
}
