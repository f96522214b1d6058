package org.farmgate.product.web;

import java.util.List;
import org.farmgate.product.Grade;
import org.farmgate.product.Gtin;
import org.farmgate.product.Pack;
import org.farmgate.product.Product;
import org.farmgate.product.Variety;
import org.jspecify.annotations.Nullable;

/// Products and what belongs to them as the API shows them.
final class ProductViews {
    private ProductViews() {}

    record GradeView(String product, int rank, String code, String nameEn, String nameZh, String nameUg) {
        static GradeView of(Grade grade) {
            return new GradeView(
                    grade.product().toString(),
                    grade.rank(),
                    grade.code(),
                    grade.name().english(),
                    grade.name().chinese(),
                    grade.name().uyghur());
        }
    }

    record ProductView(
            String id,
            String code,
            String nameEn,
            String nameZh,
            String nameUg,
            String family,
            String storage,
            int shelfLifeDays,
            @Nullable Integer chilledShelfLifeDays,
            boolean needsColdTransport,
            boolean retired,
            List<GradeView> grades) {
        static ProductView of(Product product, List<Grade> grades) {
            return new ProductView(
                    product.id().toString(),
                    product.code(),
                    product.name().english(),
                    product.name().chinese(),
                    product.name().uyghur(),
                    product.family(),
                    product.storage().name(),
                    product.shelfLifeDays(),
                    product.chilledShelfLifeDays().orElse(null),
                    product.needsColdTransport(),
                    product.retired(),
                    grades.stream().map(GradeView::of).toList());
        }
    }

    record VarietyView(
            String id, String product, String code, String nameEn, String nameZh, String nameUg, boolean retired) {
        static VarietyView of(Variety variety) {
            return new VarietyView(
                    variety.id().toString(),
                    variety.product().toString(),
                    variety.code(),
                    variety.name().english(),
                    variety.name().chinese(),
                    variety.name().uyghur(),
                    variety.retired());
        }
    }

    record PackView(
            String id,
            String product,
            @Nullable String variety,
            @Nullable Integer grade,
            String nameEn,
            String nameZh,
            String nameUg,
            @Nullable String gtin,
            long netGrams,
            long packagingGrams,
            @Nullable Integer shelfLifeDays,
            boolean retired) {
        static PackView of(Pack pack) {
            return new PackView(
                    pack.id().toString(),
                    pack.product().toString(),
                    pack.variety().map(Object::toString).orElse(null),
                    pack.grade().orElse(null),
                    pack.name().english(),
                    pack.name().chinese(),
                    pack.name().uyghur(),
                    pack.gtin().map(Gtin::digits).orElse(null),
                    pack.net().grams(),
                    pack.packaging().grams(),
                    pack.shelfLifeDays().orElse(null),
                    pack.retired());
        }
    }
}
