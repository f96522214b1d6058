package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandReadStore.weeks;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.supply.PlotId;

/// Reads a row of `contract_version`, joined with its contract's parties and product, back into terms.
final class TermsRow {
    private TermsRow() {}

    /// A contract's version by its number: what lines are grouped by.
    record Key(ContractId contract, int version) {}

    static Key key(ResultSet row) throws SQLException {
        return new Key(new ContractId(uuid(row, "contract_id")), row.getInt("version"));
    }

    static ContractVersion version(ResultSet row, Map<Key, List<ContractLine>> lines) throws SQLException {
        String side = row.getString("made_by_side");
        return new ContractVersion(
                row.getInt("version"),
                terms(row, lines.getOrDefault(key(row), List.of())),
                row.getString("terms_text"),
                new TermsHash(row.getString("terms_sha256")),
                Optional.ofNullable(side).map(Side::valueOf),
                new PartyId(uuid(row, "made_by")),
                instant(row, "made_at"));
    }

    static ContractTerms terms(ResultSet row, List<ContractLine> lines) throws SQLException {
        return new ContractTerms(
                new PartyId(uuid(row, "seller_id")),
                ids(row, "on_behalf_of", PartyId::new),
                new PartyId(uuid(row, "buyer_id")),
                new RegionId(uuid(row, "origin_id")),
                new ProductId(uuid(row, "product_id")),
                row.getInt("minimum_grade"),
                quantity(row),
                weeks(row),
                PriceBasis.valueOf(row.getString("price_basis")),
                price(row),
                deposit(row),
                lines,
                new Conditions(row.getInt("notice_days"), row.getInt("claim_days"), row.getInt("payment_days")));
    }

    static ContractLine line(ResultSet row) throws SQLException {
        return new ContractLine(
                new SiteId(uuid(row, "site_id")),
                new Mass(row.getLong("grams")),
                weeks(row),
                Optional.ofNullable(row.getObject("demand_id", UUID.class)).map(DemandId::new));
    }

    private static Quantity quantity(ResultSet row) throws SQLException {
        var mass = new Mass(row.getLong("mass_grams"));
        return row.getString("quantity_kind").equals("FIXED_MASS")
                ? new Quantity.FixedMass(mass, row.getInt("tolerance_points"))
                : new Quantity.WholeCrop(
                        ids(row, "plots", PlotId::new), mass, grams(row, "floor_grams"), grams(row, "ceiling_grams"));
    }

    private static PriceRule price(ResultSet row) throws SQLException {
        var first = new Price(row.getLong("price_fen_per_tonne"));
        String kind = row.getString("price_kind");
        if (kind.equals("FIXED")) return new PriceRule.Fixed(first);
        var second = new Price(row.getLong("second_fen_per_tonne"));
        var index = new PriceIndex(row.getString("index_name"), row.getString("index_source"));
        return kind.equals("FLOOR_PLUS_UPSIDE")
                ? new PriceRule.FloorPlusUpside(first, second, row.getInt("share_points"), index)
                : new PriceRule.MarketLinked(index, row.getInt("share_points"), first, second);
    }

    private static Deposit deposit(ResultSet row) throws SQLException {
        int days = row.getInt("deposit_days");
        return switch (row.getString("deposit_kind")) {
            case "SHARE" -> new Deposit.Share(row.getInt("deposit_points"), days);
            case "AMOUNT" -> new Deposit.Amount(new Money(row.getLong("deposit_fen")), days);
            default -> new Deposit.None();
        };
    }

    private static Optional<Mass> grams(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Mass::new);
    }

    private static <I> List<I> ids(ResultSet row, String column, Function<UUID, I> type) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((UUID[]) array.getArray()).map(type).toList();
    }
}
