package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.security.ApiToken.TokenId;
import org.farmgate.platform.security.Tokens;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The keys of an organisation's programs.
@Controller
@Needs(Right.MANAGE_ORGANISATION)
class TokenPages {
    private final Tokens tokens;
    private final Clock clock;

    TokenPages(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/organisation/tokens")
    String list(Actor actor, Model model) {
        return shown(actor, "", FormErrors.startingWith(Map.of("days", "90")), model);
    }

    /// The secret stands in the page that answers, and nowhere ever after; that is why it does not
    /// redirect.
    @PostMapping("/organisation/tokens")
    String make(
            Actor actor,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String name = fields.text("name", 80);
                    Long days = fields.number("days", 1, Tokens.MOST_DAYS);
                    Set<Right> rights = EnumSet.noneOf(Right.class);
                    String[] chosen = request.getParameterValues("rights");
                    for (Right right : Right.values())
                        if (chosen != null && Set.of(chosen).contains(right.name())) rights.add(right);
                    if (rights.isEmpty()) fields.wrong("rights", "missing");
                    fields.check();
                    String secret = tokens.make(
                                    actor, new TokenId(org.farmgate.platform.Id.next()), name, rights, days.intValue())
                            .text();
                    return shown(actor, secret, FormErrors.startingWith(Map.of("days", "90")), model);
                },
                errors -> shown(actor, "", errors, model));
    }

    @PostMapping("/organisation/tokens/{id}/revocation")
    String revoke(Actor actor, @PathVariable TokenId id) {
        tokens.revoke(actor, id);
        return "redirect:/organisation/tokens";
    }

    private String shown(Actor actor, String secret, FormErrors form, Model model) {
        model.addAttribute(
                "page",
                new TokensPage(tokens.list(actor), EnumSet.copyOf(actor.rights()), secret, form, clock.instant()));
        return "platform/tokens";
    }
}
