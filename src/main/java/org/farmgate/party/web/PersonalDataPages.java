package org.farmgate.party.web;

import java.util.Map;
import org.farmgate.party.Erasures;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Needs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// All that is kept about a person, to take along, and the way to be forgotten.
@Controller
@Needs
class PersonalDataPages {
    private final Erasures erasures;
    private final Parties parties;

    PersonalDataPages(Erasures erasures, Parties parties) {
        this.erasures = erasures;
        this.parties = parties;
    }

    @GetMapping("/parties/{id}/export")
    ResponseEntity<Map<String, Object>> export(Actor actor, @PathVariable PartyId id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"farmgate-" + id + ".json\"")
                .body(erasures.export(actor, id));
    }

    @GetMapping("/parties/{id}/erasure")
    String ask(Actor actor, @PathVariable PartyId id, Model model) {
        erasures.require(actor, id);
        model.addAttribute("page", parties.get(id));
        return "party/erasure";
    }

    @PostMapping("/parties/{id}/erasure")
    String erase(Actor actor, @PathVariable PartyId id) {
        erasures.erase(actor, id);
        return "redirect:/";
    }
}
