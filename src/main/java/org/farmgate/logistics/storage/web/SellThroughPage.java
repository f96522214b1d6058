package org.farmgate.logistics.storage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.storage.SellThrough;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.ProductId;

/// What a store sold on a day, product by product.
///
/// @param known of the last weeks, the latest day first
public record SellThroughPage(
        Map<String, String> stores,
        Optional<SiteId> store,
        LocalDate day,
        List<ProductId> products,
        List<SellThrough> known,
        Book book,
        FormErrors errors) {
    private Optional<SellThrough> on(ProductId product) {
        return known.stream()
                .filter(row -> row.product().equals(product) && row.day().equals(day))
                .findFirst();
    }

    public String sold(ProductId product) {
        return on(product).map(row -> ArrivalPage.kilograms(row.sold())).orElse("");
    }

    public String left(ProductId product) {
        return on(product)
                .flatMap(SellThrough::left)
                .map(ArrivalPage::kilograms)
                .orElse("");
    }

    /// The earliest first, for a small picture.
    public List<Long> course(ProductId product) {
        return known.reversed().stream()
                .filter(row -> row.product().equals(product))
                .map(row -> row.sold().grams())
                .toList();
    }

    public String lately(Shell shell, ProductId product) {
        List<Long> course = course(product);
        long sum = course.stream().mapToLong(Long::longValue).sum();
        return course.isEmpty()
                ? shell.t("storage.sold.never")
                : shell.t("storage.sold.lately", new Mass(sum / course.size()), course.size());
    }
}
