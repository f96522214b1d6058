package org.farmgate.product.web;

import java.util.List;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Grade;
import org.farmgate.product.Pack;
import org.farmgate.product.Product;
import org.farmgate.product.Variety;

/// @param done what was just done to it, empty where nothing was
public record ProductPage(Product product, List<Grade> grades, List<Variety> varieties, List<Pack> packs, String done) {
    /// The grade a pack promises, by its code.
    public String gradeOf(Pack pack) {
        return grades.stream()
                .filter(grade -> pack.grade().map(rank -> rank == grade.rank()).orElse(false))
                .map(Grade::code)
                .findFirst()
                .orElse("–");
    }

    public String varietyOf(Pack pack, Shell shell) {
        return varieties.stream()
                .filter(variety -> pack.variety().map(variety.id()::equals).orElse(false))
                .map(variety -> variety.name().in(shell.locale()))
                .findFirst()
                .orElse("–");
    }
}
