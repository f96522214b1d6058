package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.live.outside.OutsideChannel;
import org.farmgate.live.outside.OutsideChannelId;
import org.farmgate.live.outside.OutsideChannels;
import org.farmgate.live.outside.OutsideCode;
import org.farmgate.live.outside.OutsideEntry;
import org.farmgate.live.outside.OutsideOrders;
import org.farmgate.live.outside.OutsideState;
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
import org.farmgate.shop.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The other platforms a seller sells on: made, given their codes, watched, closed.
@Controller
@Needs(Right.SELL)
class OutsidePages {
    private static final int ROWS = 20;

    private final OutsideChannels channels;
    private final OutsideOrders orders;
    private final Listings listings;

    OutsidePages(OutsideChannels channels, OutsideOrders orders, Listings listings) {
        this.channels = channels;
        this.orders = orders;
        this.listings = listings;
    }

    @GetMapping("/outside-channels")
    String list(Actor actor, Shell shell, Model model) {
        return list(actor, shell.freshId(), FormErrors.none(), model);
    }

    private String list(Actor actor, String id, FormErrors errors, Model model) {
        model.addAttribute("page", new OutsidePage.All(channels.list(actor), id, errors));
        return "live/outsides";
    }

    /// The secret stands in the page that answers, and nowhere ever after; that is why it does not redirect.
    @PostMapping("/outside-channels")
    String register(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    OutsideChannelId id = fields.id("id", OutsideChannelId::new);
                    String name = fields.text("name", OutsideChannel.LONGEST_NAME);
                    fields.check();
                    OutsideChannels.Made made = channels.register(actor, id, name);
                    if (made.secret().isEmpty())
                        return "redirect:" + made.channel().path();
                    return page(actor, made.channel(), made.secret(), FormErrors.none(), shell, model);
                },
                errors -> list(actor, fields.isEmpty("id") ? shell.freshId() : fields.raw("id"), errors, model));
    }

    @GetMapping("/outside-channels/{id}")
    String one(
            Actor actor,
            @PathVariable OutsideChannelId id,
            @RequestParam(required = false) Optional<OutsideState> state,
            Paging paging,
            Shell shell,
            Model model) {
        OutsideChannel channel = channels.get(actor, id);
        return page(actor, channel, Optional.empty(), state, paging, FormErrors.none(), shell, model);
    }

    @PostMapping("/outside-channels/{id}/secret")
    String renew(Actor actor, @PathVariable OutsideChannelId id, Shell shell, Model model) {
        String secret = channels.renew(actor, id);
        return page(actor, channels.get(actor, id), Optional.of(secret), FormErrors.none(), shell, model);
    }

    /// `state`: OPEN or CLOSED.
    @PostMapping("/outside-channels/{id}/state")
    String turn(Actor actor, @PathVariable OutsideChannelId id, Fields fields) {
        channels.get(actor, id);
        OutsideChannel.State state = fields.choice("state", OutsideChannel.State.class);
        fields.check();
        channels.turn(actor, id, state);
        return "redirect:/outside-channels/" + id;
    }

    /// `code`, `listing`, `packs`.
    @PostMapping("/outside-channels/{id}/codes")
    String map(
            Actor actor,
            @PathVariable OutsideChannelId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        OutsideChannel channel = channels.get(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String code = fields.text("code", OutsideCode.LONGEST);
                    ListingId listing = fields.id("listing", ListingId::new);
                    Long packs = fields.number("packs", 1, OutsideCode.MOST_PACKS);
                    fields.check();
                    channels.map(actor, id, new OutsideCode(code, listing, packs.intValue()));
                    return "redirect:" + channel.path() + "?saved";
                },
                errors -> page(actor, channel, Optional.empty(), errors, shell, model));
    }

    @PostMapping("/outside-channels/{id}/codes/removal")
    String unmap(Actor actor, @PathVariable OutsideChannelId id, Fields fields) {
        channels.unmap(actor, id, fields.raw("code"));
        return "redirect:/outside-channels/" + id;
    }

    private String page(
            Actor actor, OutsideChannel channel, Optional<String> secret, FormErrors errors, Shell shell, Model model) {
        return page(actor, channel, secret, Optional.empty(), Paging.first(), errors, shell, model);
    }

    private String page(
            Actor actor,
            OutsideChannel channel,
            Optional<String> secret,
            Optional<OutsideState> state,
            Paging asked,
            FormErrors errors,
            Shell shell,
            Model model) {
        List<OutsideCode> codes = channels.codes(channel);
        Slice<OutsideEntry> rows = orders.search(channel, state, new Paging(asked.page(), ROWS, ""));
        Set<ListingId> named = new HashSet<>();
        codes.forEach(code -> named.add(code.listing()));
        rows.rows().forEach(row -> named.addAll(row.packs().keySet()));
        Map<String, String> choices = new LinkedHashMap<>();
        for (Listing one : channels.sellable(actor, channel)) {
            String title = one.title() + " · " + shell.mass(one.pack());
            choices.put(
                    one.id().toString(), one.venue().isEmpty() ? title : title + " · " + shell.t("outside.of-show"));
        }
        model.addAttribute(
                "page",
                new OutsidePage(
                        channel,
                        secret,
                        codes,
                        choices,
                        listings.byIds(named),
                        orders.counts(channel),
                        state,
                        rows,
                        errors));
        return "live/outside";
    }
}
