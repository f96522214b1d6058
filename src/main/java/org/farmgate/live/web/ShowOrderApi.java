package org.farmgate.live.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.live.OnAir;
import org.farmgate.live.ShowId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.shop.Channel;
import org.farmgate.shop.Contact;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingTerms;
import org.farmgate.shop.OrderAnswer;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Orders from a show by JSON: one item of its line-up, while it is on air. Guests may order too.
@RestController
@RequestMapping("/api/v1/shows/{id}/orders")
class ShowOrderApi {
    private final OrderIntake intake;
    private final OnAir onAir;

    ShowOrderApi(OrderIntake intake, OnAir onAir) {
        this.intake = intake;
        this.onAir = onAir;
    }

    /// @param key a UUID that the client makes once and sends again when it got no answer
    /// @param region where the goods go: the id of a region
    /// @param provider how it is paid: `cash`, `sandbox`, `wechat`, `alipay`, as far as open here
    /// @param listing of the show's line-up
    /// @param seenFen what the buyer saw a pack cost, in fen; left out, any price is right
    record Sent(
            @Nullable String key,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable String address,
            @Nullable String region,
            @Nullable String provider,
            @Nullable String listing,
            @Nullable String packs,
            @Nullable String seenFen) {
        OrderRequest request(Optional<Actor> actor) {
            Fields fields = Bodies.fields(this);
            OrderKey made = fields.id("key", OrderKey::new);
            String who = fields.text("name", Contact.LONGEST_NAME);
            String number = fields.text("telephone", 24);
            String where = fields.text("address", Contact.LONGEST_ADDRESS);
            RegionId to = fields.id("region", RegionId::new);
            String way = fields.text("provider", 20);
            ListingId wanted = fields.id("listing", ListingId::new);
            Long many = fields.number("packs", 1, Wanted.MOST_PACKS);
            Optional<Money> seen = fields.optional(
                            "seenFen", f -> f.number("seenFen", 1, ListingTerms.GREATEST_PRICE_FEN))
                    .map(Money::new);
            fields.check();
            return new OrderRequest(
                    made,
                    actor.map(Actor::organisation),
                    to,
                    new Contact(who, number, where),
                    way,
                    Channel.SHOW,
                    List.of(new Wanted(wanted, many.intValue(), seen)));
        }
    }

    /// @param payUntil left out where it is paid at the door
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String key,
            String id,
            String number,
            String state,
            long totalFen,
            Instant placedAt,
            @Nullable Instant payUntil) {}

    /// 201 when the order stands; the same key again answers the same order. A refusal took nothing.
    @PostMapping
    @OpenToAll
    @ResponseStatus(HttpStatus.CREATED)
    Answer place(@Parameter(hidden = true) Optional<Actor> actor, @PathVariable ShowId id, @RequestBody Sent sent) {
        OrderRequest request = sent.request(actor);
        onAir.require(id, request.lines().getFirst().listing(), request.key());
        return switch (intake.place(request).getFirst()) {
            case OrderAnswer.Taken one ->
                new Answer(
                        request.key().toString(),
                        one.id().toString(),
                        one.id().number(),
                        one.state().name().toLowerCase(Locale.ROOT),
                        one.total().fen(),
                        one.placedAt(),
                        one.expiresAt().orElse(null));
            case OrderAnswer.Refused refused -> throw refused.why();
        };
    }
}
