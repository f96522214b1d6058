package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Till;
import org.farmgate.shop.TillId;
import org.farmgate.shop.Tills;
import org.farmgate.shop.Wanted;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A counter on a telephone: choose, take the money, done.
@Controller
@Needs(Right.SELL)
class TillPages {
    private static final int MOST_MODELS = 200;

    private final Tills tills;
    private final Listings listings;
    private final Orders orders;
    private final ShopViews shop;
    private final OwnListingViews own;

    TillPages(Tills tills, Listings listings, Orders orders, ShopViews shop, OwnListingViews own) {
        this.tills = tills;
        this.listings = listings;
        this.orders = orders;
        this.shop = shop;
        this.own = own;
    }

    @GetMapping("/tills")
    String list(Actor actor, Shell shell, Model model) {
        return list(actor, shell.freshId(), shell, FormErrors.none(), model);
    }

    private String list(Actor actor, String id, Shell shell, FormErrors errors, Model model) {
        ListingFormPage places = own.fresh(actor, shell, id, List.of(), errors);
        model.addAttribute("page", new TillPage.All(tills.list(actor), places.sites(), places.origins(), id, errors));
        return "shop/tills";
    }

    @PostMapping("/tills")
    String open(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    TillId id = fields.id("id", TillId::new);
                    RegionId origin = fields.id("origin", RegionId::new);
                    SiteId site = fields.id("site", SiteId::new);
                    String name = fields.text("name", Till.LONGEST_NAME);
                    fields.check();
                    return "redirect:/tills/"
                            + tills.open(actor, id, origin, site, name).id();
                },
                errors -> list(actor, fields.isEmpty("id") ? shell.freshId() : fields.raw("id"), shell, errors, model));
    }

    /// With `packs.<listing>` for what is wanted it shows the bill; nothing is written yet.
    @GetMapping("/tills/{id}")
    String till(
            Actor actor,
            @PathVariable TillId id,
            @RequestParam(required = false) Optional<OrderId> sold,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Till till = tills.get(actor, id);
        Optional<Order> done = sold.map(order -> orders.ofSeller(actor, order));
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    List<TillPage.Line> lines = lines(till, fields);
                    Optional<TillPage.Bill> bill =
                            lines.isEmpty() ? Optional.empty() : Optional.of(new TillPage.Bill(shell.freshId(), lines));
                    return page(actor, till, bill, done, FormErrors.none(), model);
                },
                errors -> page(actor, till, Optional.empty(), done, errors, model));
    }

    private String page(
            Actor actor,
            Till till,
            Optional<TillPage.Bill> bill,
            Optional<Order> sold,
            FormErrors errors,
            Model model) {
        List<Listing> goods = tills.goods(till);
        Map<String, String> models = new LinkedHashMap<>();
        listings
                .search(Optional.of(actor), ListingQuery.ofSeller(till.seller(), new Paging(0, MOST_MODELS, "")))
                .rows()
                .stream()
                .filter(one -> one.origin().equals(till.origin()) && one.venue().isEmpty())
                .forEach(one -> models.put(one.id().toString(), one.title()));
        model.addAttribute(
                "page",
                new TillPage(
                        till,
                        shop.cards(Slice.of(goods, new Paging(0, 200, ""), goods.size()))
                                .rows(),
                        models,
                        bill,
                        sold,
                        errors));
        return "shop/till";
    }

    private List<TillPage.Line> lines(Till till, Fields fields) {
        List<TillPage.Line> lines = new ArrayList<>();
        for (Listing one : tills.goods(till)) {
            String field = CartPages.PACKS + one.id();
            if (fields.isEmpty(field)) continue;
            Long packs = fields.number(field, 0, Wanted.MOST_PACKS);
            if (packs != null && packs > 0) lines.add(new TillPage.Line(one, packs.intValue()));
        }
        fields.check();
        return lines;
    }

    /// `key` and `line0` …, as the bill showed them.
    @PostMapping("/tills/{id}/sales")
    String sell(
            Actor actor,
            @PathVariable TillId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Till till = tills.get(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    OrderKey key = fields.id("key", OrderKey::new);
                    List<Wanted> lines = CheckoutForm.lines(fields);
                    fields.check();
                    Order order = tills.sell(actor, id, key, lines);
                    return "redirect:/tills/" + id + "?sold=" + order.id();
                },
                errors -> page(actor, till, Optional.empty(), Optional.empty(), errors, model));
    }

    /// `like` (one of the seller's listings), `packs`, and `id` of the addition.
    @PostMapping("/tills/{id}/goods")
    String stock(
            Actor actor,
            @PathVariable TillId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Till till = tills.get(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ListingId like = fields.id("like", ListingId::new);
                    HoldingId addition = fields.id("id", HoldingId::new);
                    Long packs = fields.number("packs", 1, NewSellable.MOST_PACKS);
                    fields.check();
                    tills.stock(actor, id, like, addition, packs);
                    return "redirect:/tills/" + id + "?stocked";
                },
                errors -> page(actor, till, Optional.empty(), Optional.empty(), errors, model));
    }
}
