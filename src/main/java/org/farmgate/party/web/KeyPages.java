package org.farmgate.party.web;

import org.farmgate.party.Numbers;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// How identity and bank numbers are sealed, and sealing them anew after the key was changed.
@Controller
@Needs(Right.ADMINISTER)
class KeyPages {
    private final Numbers numbers;

    KeyPages(Numbers numbers) {
        this.numbers = numbers;
    }

    @Bean
    static NavEntry keysNav() {
        return new NavEntry(930, "/numbers", "party.keys.title", "lock", Right.ADMINISTER);
    }

    @GetMapping("/numbers")
    String show(Actor actor, Model model) {
        model.addAttribute("page", new KeysPage(numbers.count(actor), numbers.sealedByOlderKeys(actor)));
        return "party/keys";
    }

    @PostMapping("/numbers/resealing")
    String reseal(Actor actor) {
        return "redirect:/jobs/" + numbers.reseal(actor);
    }
}
