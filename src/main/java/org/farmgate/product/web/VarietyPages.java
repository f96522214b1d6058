package org.farmgate.product.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Varieties;
import org.farmgate.product.Variety;
import org.farmgate.product.VarietyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Varieties for people; they are listed on their product's page.
@Controller
@Needs(Right.MANAGE_PRODUCTS)
class VarietyPages {
    private final Varieties varieties;
    private final Products products;

    VarietyPages(Varieties varieties, Products products) {
        this.varieties = varieties;
        this.products = products;
    }

    @GetMapping("/products/{product}/varieties/new")
    String fresh(@PathVariable ProductId product, Model model) {
        return form(product, Optional.empty(), FormErrors.none(), model);
    }

    @PostMapping("/products/{product}/varieties")
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
                    VarietyId id = ProductForms.id(fields, VarietyId::new);
                    varieties.register(actor, ProductForms.variety(fields, id, product, false));
                    return "redirect:/products/" + product + "?done=registered";
                },
                errors -> form(product, Optional.empty(), errors, model));
    }

    @GetMapping("/varieties/{id}/edit")
    String edit(@PathVariable VarietyId id, Model model) {
        Variety variety = varieties.get(id);
        Map<String, String> values = ProductPages.names(variety.name());
        values.put("code", variety.code());
        return form(variety.product(), Optional.of(id), FormErrors.startingWith(values), model);
    }

    @PostMapping("/varieties/{id}")
    String amend(
            Actor actor,
            @PathVariable VarietyId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Variety before = varieties.get(id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    varieties.amend(actor, ProductForms.variety(fields, id, before.product(), before.retired()));
                    return "redirect:/products/" + before.product() + "?done=amended";
                },
                errors -> form(before.product(), Optional.of(id), errors, model));
    }

    @PostMapping("/varieties/{id}/retirement")
    String retire(Actor actor, @PathVariable VarietyId id) {
        return "redirect:/products/" + varieties.retire(actor, id).product() + "?done=retired";
    }

    @PostMapping("/varieties/{id}/restoration")
    String restore(Actor actor, @PathVariable VarietyId id) {
        return "redirect:/products/" + varieties.restore(actor, id).product() + "?done=restored";
    }

    private String form(ProductId product, Optional<VarietyId> id, FormErrors errors, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        id.map(Object::toString), Optional.of(products.get(product)), errors, List.of(), List.of()));
        return "product/varietyForm";
    }
}
