package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.payment.Payments;
import org.farmgate.place.RegionChoices;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.GroupOffers;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.Wanted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// From a cart to orders, with or without an account.
@Controller
@OpenToAll
class CheckoutPages {
    private final OrderIntake intake;
    private final Listings listings;
    private final GroupOffers groups;
    private final Payments payments;
    private final CartViews carts;
    private final CheckoutForm form;
    private final RegionChoices regions;

    CheckoutPages(
            OrderIntake intake,
            Listings listings,
            GroupOffers groups,
            Payments payments,
            CartViews carts,
            CheckoutForm form,
            RegionChoices regions) {
        this.intake = intake;
        this.listings = listings;
        this.groups = groups;
        this.payments = payments;
        this.carts = carts;
        this.form = form;
        this.regions = regions;
    }

    @GetMapping("/checkout")
    String checkout(Optional<Actor> actor, Shell shell, HttpServletRequest request, Model model) {
        Map<String, String> start = new LinkedHashMap<>();
        actor.ifPresent(someone -> {
            start.put("name", someone.personName());
            payments.providers().stream().findFirst().ifPresent(way -> start.put("provider", way));
        });
        return page(CartCookie.of(request), shell.freshId(), FormErrors.startingWith(start), shell, model);
    }

    private String page(Cart cart, String key, FormErrors errors, Shell shell, Model model) {
        CartPage shown = carts.of(cart, errors);
        if (shown.isEmpty()) return "redirect:/cart";
        model.addAttribute("page", new CheckoutPage(shown, key, regions.of(shell.locale()), ways(cart, shell), errors));
        return "shop/checkout";
    }

    /// What waits for others must be paid before it counts.
    private Map<String, String> ways(Cart cart, Shell shell) {
        Map<String, String> ways = new LinkedHashMap<>();
        boolean group = groups.isAnyGroup(cart.listings());
        for (String code : payments.providers()) if (!group || !code.equals("cash")) ways.put(code, way(shell, code));
        return ways;
    }

    static String way(Shell shell, String code) {
        return shell.orElse("shop.way." + code, code);
    }

    @PostMapping("/checkout")
    String order(
            Optional<Actor> actor,
            Fields fields,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Cart cart = CartCookie.of(request);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    OrderRequest wanted = form.read(fields, actor);
                    if (!payments.providers().contains(wanted.provider()))
                        throw new RuleBroken(ShopRule.PROVIDER_NOT_OPEN);
                    groups.checkWay(
                            wanted.provider(),
                            wanted.lines().stream().map(Wanted::listing).toList());
                    List<OrderAnswer> answers = intake.place(wanted);
                    CartCookie.keep(cart.without(taken(wanted, answers)), request, response);
                    return "redirect:/carts/" + wanted.key() + query(Refused.texts(answers));
                },
                errors -> {
                    String key = fields.isEmpty("key") ? shell.freshId() : fields.raw("key");
                    return page(cart, key, errors, shell, model);
                });
    }

    /// What was ordered leaves the cart; what was refused stays in it.
    private Set<ListingId> taken(OrderRequest wanted, List<OrderAnswer> answers) {
        Map<ListingId, Listing> known =
                listings.byIds(wanted.lines().stream().map(Wanted::listing).toList());
        Set<List<Object>> homes = new HashSet<>();
        for (OrderAnswer answer : answers)
            if (answer instanceof OrderAnswer.Taken taken) homes.add(List.of(taken.origin(), taken.seller()));
        return known.values().stream()
                .filter(one -> homes.contains(List.of(one.origin(), one.seller())))
                .map(Listing::id)
                .collect(Collectors.toSet());
    }

    private static String query(List<String> refused) {
        return refused.isEmpty()
                ? ""
                : refused.stream()
                        .map(text -> "r=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
