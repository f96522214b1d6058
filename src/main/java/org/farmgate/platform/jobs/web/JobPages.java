package org.farmgate.platform.jobs.web;

import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Running work: the organisation's list, and one piece with its progress, which renews itself.
@Controller
@Needs
class JobPages {
    private final Jobs jobs;

    JobPages(Jobs jobs) {
        this.jobs = jobs;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry jobsNav() {
            return new NavEntry(900, "/jobs", "nav.jobs", "clock");
        }
    }

    @GetMapping("/jobs")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", new JobsPage(jobs.search(actor, paging)));
        return "jobs/list";
    }

    @GetMapping("/jobs/{id}")
    String one(Actor actor, @PathVariable JobId id, Model model) {
        model.addAttribute("page", new JobPage(jobs.get(actor, id)));
        return "jobs/one";
    }

    /// Only the part that changes, for the page that asks again every second.
    @GetMapping("/jobs/{id}/progress")
    String progress(Actor actor, @PathVariable JobId id, Model model) {
        model.addAttribute("page", new JobPage(jobs.get(actor, id)));
        return "jobs/progress";
    }

    @PostMapping("/jobs/{id}/cancellation")
    String cancel(Actor actor, @PathVariable JobId id) {
        jobs.cancel(actor, id);
        return "redirect:/jobs/" + id;
    }
}
