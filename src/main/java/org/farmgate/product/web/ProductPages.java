package org.farmgate.product.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.Grade;
import org.farmgate.product.Packs;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Varieties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Products and their grades for people.
@Controller
@Needs
class ProductPages {
    private final Products products;
    private final Varieties varieties;
    private final Packs packs;

    ProductPages(Products products, Varieties varieties, Packs packs) {
        this.products = products;
        this.varieties = varieties;
        this.packs = packs;
    }

    @GetMapping("/products")
    String list(Paging paging, Model model) {
        model.addAttribute("page", new ProductsPage(products.search(paging), paging.search()));
        return "product/products";
    }

    @GetMapping("/products/{id}")
    String show(@PathVariable ProductId id, @RequestParam(defaultValue = "") String done, Model model) {
        Product product = products.get(id);
        model.addAttribute("page", new ProductPage(product, products.grades(id), varieties.of(id), packs.of(id), done));
        return "product/product";
    }

    @GetMapping("/products/new")
    @Needs(Right.MANAGE_PRODUCTS)
    String fresh(Model model) {
        return form(Optional.empty(), FormErrors.none(), model);
    }

    @PostMapping("/products")
    @Needs(Right.MANAGE_PRODUCTS)
    String register(
            Actor actor,
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
                    ProductId id = ProductForms.id(fields, ProductId::new);
                    products.register(actor, ProductForms.product(fields, id, false));
                    return "redirect:/products/" + id + "?done=registered";
                },
                errors -> form(Optional.empty(), errors, model));
    }

    @GetMapping("/products/{id}/edit")
    @Needs(Right.MANAGE_PRODUCTS)
    String edit(@PathVariable ProductId id, Model model) {
        Product product = products.get(id);
        return form(Optional.of(product), FormErrors.startingWith(values(product)), model);
    }

    @PostMapping("/products/{id}")
    @Needs(Right.MANAGE_PRODUCTS)
    String amend(
            Actor actor,
            @PathVariable ProductId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Product before = products.get(id);
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    products.amend(actor, ProductForms.product(fields, id, before.retired()));
                    return "redirect:/products/" + id + "?done=amended";
                },
                errors -> form(Optional.of(before), errors, model));
    }

    @PostMapping("/products/{id}/retirement")
    @Needs(Right.MANAGE_PRODUCTS)
    String retire(Actor actor, @PathVariable ProductId id) {
        products.retire(actor, id);
        return "redirect:/products/" + id + "?done=retired";
    }

    @PostMapping("/products/{id}/restoration")
    @Needs(Right.MANAGE_PRODUCTS)
    String restore(Actor actor, @PathVariable ProductId id) {
        products.restore(actor, id);
        return "redirect:/products/" + id + "?done=restored";
    }

    @GetMapping("/products/{id}/grades/new")
    @Needs(Right.MANAGE_PRODUCTS)
    String freshGrade(@PathVariable ProductId id, Model model) {
        int next = products.grades(id).stream().mapToInt(Grade::rank).max().orElse(0) + 1;
        return gradeForm(id, Optional.empty(), FormErrors.startingWith(Map.of("rank", String.valueOf(next))), model);
    }

    @PostMapping("/products/{id}/grades")
    @Needs(Right.MANAGE_PRODUCTS)
    String addGrade(
            Actor actor,
            @PathVariable ProductId id,
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
                    products.addGrade(actor, ProductForms.grade(fields, id));
                    return "redirect:/products/" + id + "?done=registered";
                },
                errors -> gradeForm(id, Optional.empty(), errors, model));
    }

    @GetMapping("/products/{id}/grades/{rank}/edit")
    @Needs(Right.MANAGE_PRODUCTS)
    String editGrade(@PathVariable ProductId id, @PathVariable int rank, Model model) {
        Grade grade = products.grade(id, rank).orElseThrow(() -> new NotFound("grade", rank));
        Map<String, String> values = names(grade.name());
        values.put("rank", String.valueOf(rank));
        values.put("code", grade.code());
        return gradeForm(id, Optional.of(rank), FormErrors.startingWith(values), model);
    }

    @PostMapping("/products/{id}/grades/{rank}")
    @Needs(Right.MANAGE_PRODUCTS)
    String amendGrade(
            Actor actor,
            @PathVariable ProductId id,
            @PathVariable int rank,
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
                    Grade sent = ProductForms.grade(fields, id);
                    products.amendGrade(actor, new Grade(id, rank, sent.code(), sent.name()));
                    return "redirect:/products/" + id + "?done=amended";
                },
                errors -> gradeForm(id, Optional.of(rank), errors, model));
    }

    private String gradeForm(ProductId product, Optional<Integer> rank, FormErrors errors, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        rank.map(String::valueOf), Optional.of(products.get(product)), errors, List.of(), List.of()));
        return "product/gradeForm";
    }

    private static String form(Optional<Product> product, FormErrors errors, Model model) {
        model.addAttribute(
                "page", new FormPage(product.map(p -> p.id().toString()), product, errors, List.of(), List.of()));
        return "product/productForm";
    }

    private static Map<String, String> values(Product product) {
        Map<String, String> values = names(product.name());
        values.put("code", product.code());
        values.put("family", product.family());
        values.put("storage", product.storage().name());
        values.put("shelfLifeDays", String.valueOf(product.shelfLifeDays()));
        product.chilledShelfLifeDays().ifPresent(days -> values.put("chilledShelfLifeDays", String.valueOf(days)));
        if (product.needsColdTransport()) values.put("needsColdTransport", "on");
        return values;
    }

    static Map<String, String> names(Multilingual name) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nameEn", name.english());
        values.put("nameZh", name.chinese());
        values.put("nameUg", name.uyghur());
        return values;
    }
}
