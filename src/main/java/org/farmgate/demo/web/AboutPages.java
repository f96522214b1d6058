package org.farmgate.demo.web;

import org.farmgate.platform.DemoSignIns;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Whose data the program brings along, under which licence, and what of it is invented.
@Controller
class AboutPages {
    private final DemoSignIns demo;

    AboutPages(DemoSignIns demo) {
        this.demo = demo;
    }

    @OpenToAll
    @GetMapping("/about")
    String about(Model model) {
        model.addAttribute("invented", !demo.all().isEmpty());
        return "demo/about";
    }
}
