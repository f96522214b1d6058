package org.farmgate.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {
    private final DemoNotice demo;

    HomePages(DemoNotice demo) {
        this.demo = demo;
    }

    @OpenToAll
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("page", new HomePage(demo.shown()));
        return "platform/home";
    }
}
