package org.farmgate.shop.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Contact;
import org.farmgate.shop.GroupOffers;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Orders by JSON. Guests may order too; whoever is signed in orders for the organisation they act for.
@RestController
@RequestMapping("/api/v1/orders")
class OrderApi {
    private final OrderIntake intake;
    private final Refusals refusals;
    private final GroupOffers groups;

    OrderApi(OrderIntake intake, Refusals refusals, GroupOffers groups) {
        this.intake = intake;
        this.refusals = refusals;
        this.groups = groups;
    }

    /// @param seenFen what the buyer saw a pack cost, in fen; left out, any price is right
    record Line(
            @Nullable String listing,
            @Nullable Integer packs,
            @Nullable Long seenFen) {}

    /// @param key a UUID that the client makes once for a cart and sends again when it got no answer
    /// @param region where the goods go: the id of a region
    /// @param provider how it is paid: `cash`, `sandbox`, `wechat`, `alipay`, as far as open here
    record Sent(
            @Nullable String key,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable String address,
            @Nullable String region,
            @Nullable String provider,
            @Nullable List<Line> lines) {
        OrderRequest request(Optional<Actor> actor) {
            Map<String, String> texts = new LinkedHashMap<>();
            put(texts, "key", key);
            put(texts, "name", name);
            put(texts, "telephone", telephone);
            put(texts, "address", address);
            put(texts, "region", region);
            put(texts, "provider", provider);
            var fields = new Fields(texts);
            OrderKey made = fields.id("key", OrderKey::new);
            String who = fields.text("name", Contact.LONGEST_NAME);
            String number = fields.text("telephone", 24);
            String where = fields.text("address", Contact.LONGEST_ADDRESS);
            RegionId to = fields.id("region", RegionId::new);
            String way = fields.text("provider", 20);
            List<Wanted> wanted = wanted(fields);
            fields.check();
            return new OrderRequest(
                    made,
                    actor.map(Actor::organisation),
                    to,
                    new Contact(who, number, where),
                    way,
                    Channel.API,
                    wanted);
        }

        private List<Wanted> wanted(Fields fields) {
            List<Line> told = lines == null ? List.of() : lines;
            if (told.size() > OrderRequest.MOST_LINES) {
                fields.wrong("lines", "too-many", OrderRequest.MOST_LINES);
                return List.of();
            }
            List<Wanted> wanted = new ArrayList<>(told.size());
            for (int i = 0; i < told.size(); i++) {
                Map<String, String> texts = new LinkedHashMap<>();
                put(texts, "listing", told.get(i).listing());
                put(texts, "packs", told.get(i).packs());
                put(texts, "seenFen", told.get(i).seenFen());
                var line = new Fields(texts);
                ListingId listing = line.id("listing", ListingId::new);
                Long packs = line.number("packs", 1, Wanted.MOST_PACKS);
                Optional<Money> seen = line.optional(
                                "seenFen", f -> f.number("seenFen", 1, ListingTerms.GREATEST_PRICE_FEN))
                        .map(Money::new);
                for (FieldError error : line.errors())
                    fields.wrong(
                            "lines[" + i + "]." + error.field(),
                            error.code(),
                            error.arguments().toArray());
                if (listing != null && packs != null) wanted.add(new Wanted(listing, packs.intValue(), seen));
            }
            return wanted;
        }

        private static void put(Map<String, String> texts, String name, @Nullable Object value) {
            if (value != null) texts.put(name, value.toString());
        }
    }

    /// One order of the cart: taken, or refused with the reason; a refused one took nothing.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String origin,
            String seller,
            @Nullable String id,
            @Nullable String number,
            @Nullable String state,
            @Nullable Long totalFen,
            @Nullable Instant placedAt,
            @Nullable Instant payUntil,
            @Nullable Refusal refusal) {}

    /// @param code stable, such as `sold-out`
    /// @param left how many packs there still are, where that is why
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            String code,
            String detail,
            List<String> listings,
            @Nullable Long left) {}

    record Answer(String key, List<View> orders) {}

    /// 201 when every order of the cart stands, 200 when some do, else the status of the first refusal.
    @PostMapping
    @OpenToAll
    ResponseEntity<Answer> place(
            @Parameter(hidden = true) Optional<Actor> actor, @RequestBody Sent sent, HttpServletRequest asked) {
        OrderRequest request = sent.request(actor);
        groups.checkWay(
                request.provider(),
                request.lines().stream().map(Wanted::listing).toList());
        List<OrderAnswer> answers = intake.place(request);
        List<View> views = new ArrayList<>(answers.size());
        int taken = 0;
        int status = HttpStatus.CREATED.value();
        for (OrderAnswer answer : answers) {
            switch (answer) {
                case OrderAnswer.Taken one -> {
                    taken++;
                    views.add(view(one));
                }
                case OrderAnswer.Refused one -> {
                    if (status == HttpStatus.CREATED.value())
                        status = one.why().rule().status();
                    views.add(refusals.view(one, asked.getLocale()));
                }
            }
        }
        if (taken > 0 && taken < answers.size()) status = HttpStatus.OK.value();
        return ResponseEntity.status(status).body(new Answer(request.key().toString(), views));
    }

    private static View view(OrderAnswer.Taken one) {
        return new View(
                one.origin().toString(),
                one.seller().toString(),
                one.id().toString(),
                one.id().number(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.total().fen(),
                one.placedAt(),
                one.expiresAt().orElse(null),
                null);
    }
}
