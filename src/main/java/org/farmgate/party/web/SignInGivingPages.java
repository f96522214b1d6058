package org.farmgate.party.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.farmgate.party.Hiring;
import org.farmgate.party.Parties;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A sign-in for a grower whom one looks after, or, by an administrator, for anybody.
@Controller
@Needs({Right.MANAGE_ORGANISATION, Right.ADMINISTER})
class SignInGivingPages {
    private final Hiring hiring;
    private final Parties parties;
    private final Accounts accounts;

    SignInGivingPages(Hiring hiring, Parties parties, Accounts accounts) {
        this.hiring = hiring;
        this.parties = parties;
        this.accounts = accounts;
    }

    @GetMapping("/parties/{id}/sign-in")
    String form(Actor actor, @PathVariable PartyId id, Model model) {
        return shown(actor, id, FormErrors.none(), model);
    }

    @PostMapping("/parties/{id}/sign-in")
    String give(
            Actor actor,
            @PathVariable PartyId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        Map<String, String> typed = Map.of("username", fields.raw("username"));
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    String username = fields.text("username", 60);
                    String password = fields.secret("password", 200);
                    fields.check();
                    hiring.giveSignIn(actor, id, username, password);
                    return "redirect:/parties/" + id + "?done=sign-in";
                },
                errors -> shown(actor, id, errors, model));
    }

    private String shown(Actor actor, PartyId id, FormErrors form, Model model) {
        model.addAttribute("page", new SignInGivingPage(parties.see(actor, id), accounts.of(id), form));
        return "party/sign-in";
    }
}
