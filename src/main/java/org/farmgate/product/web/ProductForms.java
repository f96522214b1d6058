package org.farmgate.product.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.platform.Multilingual;
import org.farmgate.product.Grade;
import org.farmgate.product.Gtin;
import org.farmgate.product.Pack;
import org.farmgate.product.PackId;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Storage;
import org.farmgate.product.Variety;
import org.farmgate.product.VarietyId;

/// Reads products and what belongs to them from a form or a JSON body; both use the same names, but for masses,
/// which JSON gives in grams.
final class ProductForms {
    private ProductForms() {}

    static Product product(Fields fields, ProductId id, boolean retired) {
        String code = fields.text("code", 40);
        Names names = Names.read(fields);
        String family = fields.text("family", 60);
        Storage storage = fields.choice("storage", Storage.class);
        Long days = fields.number("shelfLifeDays", 1, Product.LONGEST_SHELF_LIFE_DAYS);
        Optional<Long> chilled = fields.optional(
                "chilledShelfLifeDays", f -> f.number("chilledShelfLifeDays", 1, Product.LONGEST_SHELF_LIFE_DAYS));
        boolean cold = fields.checked("needsColdTransport");
        fields.check();
        return new Product(
                id, code, names.joined(), family, storage, days.intValue(), chilled.map(Long::intValue), cold, retired);
    }

    static Grade grade(Fields fields, ProductId product) {
        Long rank = fields.number("rank", 1, Grade.WORST);
        String code = fields.text("code", 20);
        Names names = Names.read(fields);
        fields.check();
        return new Grade(product, rank.intValue(), code, names.joined());
    }

    static Variety variety(Fields fields, VarietyId id, ProductId product, boolean retired) {
        String code = fields.text("code", 40);
        Names names = Names.read(fields);
        fields.check();
        return new Variety(id, product, code, names.joined(), retired);
    }

    /// Masses in kilograms, or in the unit that was chosen.
    static Pack pack(Fields fields, PackId id, ProductId product, boolean retired) {
        Mass net = fields.mass("net");
        Mass packaging = fields.optional("packaging", f -> f.read("packaging", text -> Mass.parse(text, unit(f))))
                .orElse(Mass.ZERO);
        return pack(fields, id, product, net, packaging, retired);
    }

    /// Masses in grams.
    static Pack packInGrams(Fields fields, PackId id, ProductId product, boolean retired) {
        Mass net = fields.read("netGrams", text -> Mass.parse(text, Mass.Unit.GRAM));
        Mass packaging = fields.optional(
                        "packagingGrams", f -> f.read("packagingGrams", text -> Mass.parse(text, Mass.Unit.GRAM)))
                .orElse(Mass.ZERO);
        return pack(fields, id, product, net, packaging, retired);
    }

    private static Mass.Unit unit(Fields fields) {
        return fields.optionalText("packagingUnit", 20).map(Mass.Unit::of).orElse(Mass.Unit.KILOGRAM);
    }

    private static Pack pack(Fields fields, PackId id, ProductId product, Mass net, Mass packaging, boolean retired) {
        Optional<VarietyId> variety = fields.optional("variety", f -> f.id("variety", VarietyId::new));
        Optional<Long> grade = fields.optional("grade", f -> f.number("grade", 1, Grade.WORST));
        Names names = Names.read(fields);
        Optional<Gtin> gtin = fields.optional("gtin", f -> f.read("gtin", Gtin::parse));
        Optional<Long> days =
                fields.optional("shelfLifeDays", f -> f.number("shelfLifeDays", 1, Product.LONGEST_SHELF_LIFE_DAYS));
        fields.check();
        return new Pack(
                id,
                product,
                variety,
                grade.map(Long::intValue),
                names.joined(),
                gtin,
                net,
                packaging,
                days.map(Long::intValue),
                retired);
    }

    /// The id a client made, or a fresh one.
    static <I> I id(Fields fields, Function<UUID, I> type) {
        return fields.isEmpty("id") ? type.apply(Id.next()) : fields.id("id", type);
    }

    /// The three names, which can only be joined once all are known to be there.
    private record Names(String english, String chinese, String uyghur) {
        static Names read(Fields fields) {
            return new Names(
                    fields.text("nameEn", Multilingual.LONGEST),
                    fields.text("nameZh", Multilingual.LONGEST),
                    fields.text("nameUg", Multilingual.LONGEST));
        }

        Multilingual joined() {
            return new Multilingual(english, chinese, uyghur);
        }
    }
}
