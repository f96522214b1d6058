package org.farmgate.product.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.Pack;
import org.farmgate.product.PackId;
import org.farmgate.product.Packs;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Varieties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Packs for people; they are listed on their product's page.
@Controller
@Needs(Right.MANAGE_PRODUCTS)
class PackPages {
    private final Packs packs;
    private final Products products;
    private final Varieties varieties;

    PackPages(Packs packs, Products products, Varieties varieties) {
        this.packs = packs;
        this.products = products;
        this.varieties = varieties;
    }

    @GetMapping("/products/{product}/packs/new")
    String fresh(@PathVariable ProductId product, Model model) {
        return form(product, Optional.empty(), FormErrors.none(), model);
    }

    @PostMapping("/products/{product}/packs")
    String register(
            Actor actor,
            @PathVariable ProductId product,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    PackId id = ProductForms.id(fields, PackId::new);
                    packs.register(actor, ProductForms.pack(fields, id, product, false));
                    return "redirect:/products/" + product + "?done=registered";
                },
                errors -> form(product, Optional.empty(), errors, model));
    }

    @GetMapping("/packs/{id}/edit")
    String edit(@PathVariable PackId id, Model model) {
        Pack pack = packs.get(id);
        Map<String, String> values = ProductPages.names(pack.name());
        values.put("gtin", pack.gtin().map(Object::toString).orElse(""));
        values.put("net", kilograms(pack.net()));
        values.put("packaging", kilograms(pack.packaging()));
        pack.variety().ifPresent(variety -> values.put("variety", variety.toString()));
        pack.grade().ifPresent(grade -> values.put("grade", String.valueOf(grade)));
        pack.shelfLifeDays().ifPresent(days -> values.put("shelfLifeDays", String.valueOf(days)));
        return form(pack.product(), Optional.of(id), FormErrors.startingWith(values), model);
    }

    @PostMapping("/packs/{id}")
    String amend(
            Actor actor,
            @PathVariable PackId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Pack before = packs.get(id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    packs.amend(actor, ProductForms.pack(fields, id, before.product(), before.retired()));
                    return "redirect:/products/" + before.product() + "?done=amended";
                },
                errors -> form(before.product(), Optional.of(id), errors, model));
    }

    @PostMapping("/packs/{id}/retirement")
    String retire(Actor actor, @PathVariable PackId id) {
        return "redirect:/products/" + packs.retire(actor, id).product() + "?done=retired";
    }

    @PostMapping("/packs/{id}/restoration")
    String restore(Actor actor, @PathVariable PackId id) {
        return "redirect:/products/" + packs.restore(actor, id).product() + "?done=restored";
    }

    private static String kilograms(Mass mass) {
        return mass.in(Mass.Unit.KILOGRAM).toPlainString();
    }

    private String form(ProductId product, Optional<PackId> id, FormErrors errors, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        id.map(Object::toString),
                        Optional.of(products.get(product)),
                        errors,
                        products.grades(product),
                        varieties.of(product)));
        return "product/packForm";
    }
}
