package org.farmgate.product.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.Storage;
import org.farmgate.product.Variety;

/// A form for something new, or for changing what is there.
///
/// @param id of what is there; empty for something new
/// @param product that it belongs to; empty for a new product
public record FormPage(
        Optional<String> id,
        Optional<Product> product,
        FormErrors errors,
        List<Grade> grades,
        List<Variety> varieties) {
    public String productName(Shell shell) {
        return product.map(p -> p.name().in(shell.locale())).orElse("");
    }

    public String productHref() {
        return product.map(p -> "/products/" + p.id()).orElse("/products");
    }

    /// Where one stands, for the head of the page.
    public Map<String, String> crumbs(Shell shell) {
        Map<String, String> crumbs = new LinkedHashMap<>();
        crumbs.put("/products", shell.t("product.products.title"));
        product.ifPresent(p -> crumbs.put(productHref(), p.name().in(shell.locale())));
        return crumbs;
    }

    public Map<String, String> storages(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Storage storage : Storage.values()) choices.put(storage.name(), shell.label("product.storage", storage));
        return choices;
    }

    /// The families we have names for, and the product's own where it is another.
    public Map<String, String> families(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String family : Product.FAMILIES) choices.put(family, shell.t("product.family." + family));
        product.map(Product::family).ifPresent(own -> choices.putIfAbsent(own, own));
        return choices;
    }

    public Map<String, String> gradeChoices(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Grade grade : grades)
            choices.put(
                    String.valueOf(grade.rank()),
                    grade.code() + " · " + grade.name().in(shell.locale()));
        return choices;
    }

    public Map<String, String> varietyChoices(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Variety variety : varieties)
            choices.put(variety.id().toString(), variety.name().in(shell.locale()));
        return choices;
    }
}
