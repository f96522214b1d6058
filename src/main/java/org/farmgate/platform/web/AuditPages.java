package org.farmgate.platform.web;

import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AuditPages {
    private final Audit audit;

    AuditPages(Audit audit) {
        this.audit = audit;
    }

    @Bean
    static NavEntry auditNav() {
        return new NavEntry(930, "/audit", "platform.audit.title", "clock", Right.ADMINISTER);
    }

    @Needs({Right.ADMINISTER, Right.MANAGE_ORGANISATION})
    @GetMapping("/audit")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", new AuditPage(audit.search(actor, paging), paging.search()));
        return "platform/audit";
    }
}
