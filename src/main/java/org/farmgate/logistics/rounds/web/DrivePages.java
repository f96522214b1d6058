package org.farmgate.logistics.rounds.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The driver's phone page: a frame with all its words, which the browser keeps; the rounds come by [DriveApi].
@Controller
@Needs(Right.DRIVE)
class DrivePages {
    @GetMapping("/drive")
    String home() {
        return "redirect:/drive/";
    }

    @GetMapping("/drive/")
    String page(Model model) {
        model.addAttribute("page", new DrivePage());
        return "logistics/rounds/drive";
    }
}
