package org.farmgate.party.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Identity and bank numbers: kept, shown masked, and unmasked once for a reason. What was typed is never
/// shown again.
@Controller
@Needs
class NumberPages {
    private final Numbers numbers;
    private final Parties parties;

    NumberPages(Numbers numbers, Parties parties) {
        this.numbers = numbers;
        this.parties = parties;
    }

    @GetMapping("/parties/{id}/numbers")
    String list(Actor actor, @PathVariable PartyId id, Model model) {
        return shown(actor, id, "", FormErrors.none(), model);
    }

    @PostMapping("/parties/{id}/numbers")
    String keep(
            Actor actor,
            @PathVariable PartyId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                Map.of("kind", fields.raw("kind")),
                shell,
                response,
                () -> {
                    NumberKind kind = fields.choice("kind", NumberKind.class);
                    String number = fields.text("number", 40);
                    fields.check();
                    numbers.keep(actor, id, kind, number);
                    return "redirect:/parties/" + id + "?done=number";
                },
                errors -> shown(actor, id, "", errors, model));
    }

    /// Shows the number on the page that answers, which no cache keeps; the next look asks for a reason
    /// again.
    @PostMapping("/parties/{id}/numbers/reveal")
    String reveal(
            Actor actor,
            @PathVariable PartyId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    NumberKind kind = fields.choice("revealed", NumberKind.class);
                    String reason = fields.text("reason", 200);
                    fields.check();
                    return shown(actor, id, numbers.reveal(actor, id, kind, reason), FormErrors.none(), model);
                },
                errors -> shown(actor, id, "", errors, model));
    }

    private String shown(Actor actor, PartyId id, String revealed, FormErrors form, Model model) {
        model.addAttribute("page", new NumbersPage(parties.see(actor, id), numbers.masked(actor, id), revealed, form));
        return "party/numbers";
    }
}
