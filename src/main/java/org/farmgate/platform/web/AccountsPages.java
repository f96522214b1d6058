package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All sign-ins of the installation, for its administrators.
@Controller
@Needs(Right.ADMINISTER)
class AccountsPages {
    private final Accounts accounts;

    AccountsPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @Bean
    static NavEntry accountsNav() {
        return new NavEntry(920, "/accounts", "platform.accounts.title", "lock", Right.ADMINISTER);
    }

    @GetMapping("/accounts")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", new AccountsPage(accounts.search(actor, paging), paging.search()));
        return "platform/accounts";
    }

    @PostMapping("/accounts/{id}/disabling")
    String disable(Actor actor, @PathVariable AccountId id) {
        accounts.disable(actor, id);
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/{id}/enabling")
    String enable(Actor actor, @PathVariable AccountId id) {
        accounts.enable(actor, id);
        return "redirect:/accounts";
    }

    @GetMapping("/accounts/{id}/password")
    String password(@PathVariable AccountId id, @RequestParam(defaultValue = "") String done, Model model) {
        return shown(id, FormErrors.none(), done.equals("yes"), model);
    }

    @PostMapping("/accounts/{id}/password")
    String reset(
            Actor actor,
            @PathVariable AccountId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                Map.of(),
                shell,
                response,
                () -> {
                    String fresh = fields.secret("password", 200);
                    fields.check();
                    accounts.resetPassword(actor, id, fresh);
                    return "redirect:/accounts/" + id + "/password?done=yes";
                },
                errors -> shown(id, errors, false, model));
    }

    private String shown(AccountId id, FormErrors form, boolean done, Model model) {
        model.addAttribute("page", new ResetPage(accounts.get(id), form, done));
        return "platform/reset";
    }
}
