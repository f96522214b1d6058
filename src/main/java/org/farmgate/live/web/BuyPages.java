package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.OnAir;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payments;
import org.farmgate.place.RegionChoices;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Contact;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.Orders;
import org.farmgate.shop.RememberedBuyer;
import org.farmgate.shop.RememberedBuyers;
import org.farmgate.shop.Wanted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Buying while one watches: one tap opens it, the next one orders. Whoever gave an address before, on this device and
/// asked it to keep that, fills in nothing.
@Controller
@OpenToAll
class BuyPages {
    private final Shows shows;
    private final OnAir onAir;
    private final ShowViews views;
    private final OrderIntake intake;
    private final Orders orders;
    private final Payments payments;
    private final RememberedBuyers buyers;
    private final Regions regions;
    private final RegionChoices choices;

    BuyPages(
            Shows shows,
            OnAir onAir,
            ShowViews views,
            OrderIntake intake,
            Orders orders,
            Payments payments,
            RememberedBuyers buyers,
            Regions regions,
            RegionChoices choices) {
        this.shows = shows;
        this.onAir = onAir;
        this.views = views;
        this.intake = intake;
        this.orders = orders;
        this.payments = payments;
        this.buyers = buyers;
        this.regions = regions;
        this.choices = choices;
    }

    @GetMapping("/shows/{id}/items/{listing}")
    String buy(
            Optional<Actor> actor,
            @PathVariable ShowId id,
            @PathVariable ListingId listing,
            Shell shell,
            HttpServletRequest request,
            Model model) {
        Map<String, String> start = new LinkedHashMap<>();
        actor.ifPresent(someone -> start.put("name", someone.personName()));
        return page(id, listing, shell.freshId(), FormErrors.startingWith(start), shell, request, model);
    }

    private String page(
            ShowId id,
            ListingId listing,
            String key,
            FormErrors errors,
            Shell shell,
            HttpServletRequest request,
            Model model) {
        Map<String, String> ways = new LinkedHashMap<>();
        for (String code : payments.providers()) ways.put(code, shell.orElse("shop.way." + code, code));
        model.addAttribute(
                "page",
                new BuyPage(
                        shows.get(id),
                        views.item(id, listing),
                        key,
                        1,
                        choices.of(shell.locale()),
                        ways,
                        remembered(request).filter(one -> ways.containsKey(one.provider())),
                        errors));
        return "live/buy";
    }

    private Optional<RememberedBuyer> remembered(HttpServletRequest request) {
        return BuyerCookie.of(request).flatMap(buyers::read);
    }

    /// `key`, `listing`, `packs` and `seen` (the price shown, in fen); `known` where the device's own address is
    /// meant, else the fields of a checkout.
    @PostMapping("/shows/{id}/orders")
    String order(
            Optional<Actor> actor,
            @PathVariable ShowId id,
            Fields fields,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Show show = shows.get(id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    OrderKey key = fields.id("key", OrderKey::new);
                    ListingId listing = fields.id("listing", ListingId::new);
                    Long packs = fields.number("packs", 1, Wanted.MOST_PACKS);
                    Long seen = fields.number("seen", 1, ListingTerms.GREATEST_PRICE_FEN);
                    RememberedBuyer buyer = buyer(fields, request);
                    fields.check();
                    onAir.require(id, listing, key);
                    List<OrderAnswer> answers = intake.place(new OrderRequest(
                            key,
                            actor.map(Actor::organisation),
                            buyer.region(),
                            buyer.contact(),
                            buyer.provider(),
                            Channel.SHOW,
                            List.of(new Wanted(listing, packs.intValue(), Optional.of(new Money(seen))))));
                    if (answers.getFirst() instanceof OrderAnswer.Refused refused) throw refused.why();
                    if (!fields.checked("known"))
                        BuyerCookie.keep(
                                fields.checked("remember") ? Optional.of(buyers.write(buyer)) : Optional.empty(),
                                request,
                                response);
                    return "redirect:" + show.path() + "/bought/" + key;
                },
                errors -> {
                    String key = fields.isEmpty("key") ? shell.freshId() : fields.raw("key");
                    ListingId listing = new Fields(fields.typed()).id("listing", ListingId::new);
                    if (listing == null) return "redirect:" + show.path();
                    return page(id, listing, key, errors, shell, request, model);
                });
    }

    private RememberedBuyer buyer(Fields fields, HttpServletRequest request) {
        if (fields.checked("known")) {
            Optional<RememberedBuyer> known = remembered(request);
            if (known.isPresent()) return known.get();
            fields.wrong("", "buyer-forgotten");
        }
        Optional<Contact> contact = Contact.from(fields);
        RegionId region = fields.id("region", RegionId::new);
        if (region != null && regions.find(region).isEmpty())
            fields.wrong("region", "no-such-region", fields.raw("region"));
        String provider = fields.text("provider", 20);
        fields.check();
        return new RememberedBuyer(contact.orElseThrow(), region, provider);
    }

    /// What was ordered, beside the picture.
    @GetMapping("/shows/{id}/bought/{key}")
    String bought(@PathVariable ShowId id, @PathVariable OrderKey key, Model model) {
        model.addAttribute("page", new BuyPage.Bought(shows.get(id), key.toString(), orders.ofKey(key)));
        return "live/bought";
    }

    /// The device is to know nobody any more.
    @PostMapping("/shows/{id}/forgetting")
    String forget(
            @PathVariable ShowId id,
            @RequestParam ListingId listing,
            HttpServletRequest request,
            HttpServletResponse response) {
        BuyerCookie.keep(Optional.empty(), request, response);
        return "redirect:/shows/" + id + "/items/" + listing;
    }
}
