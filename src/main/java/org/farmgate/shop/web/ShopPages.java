package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Photos;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The open shop: everybody may look and buy.
@Controller
@OpenToAll
class ShopPages {
    private final ShopViews views;
    private final Photos photos;

    ShopPages(ShopViews views, Photos photos) {
        this.views = views;
        this.photos = photos;
    }

    @GetMapping("/shop")
    String shop(Paging paging, Fields asked, Shell shell, HttpServletRequest request, Model model) {
        model.addAttribute("page", views.shop(paging, asked, shell, CartCookie.of(request)));
        return "shop/shop";
    }

    @GetMapping("/shop/{id}")
    String one(
            Optional<Actor> actor,
            @PathVariable ListingId id,
            Paging paging,
            Shell shell,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", views.listing(actor, id, paging, shell, FormErrors.none(), request));
        return "shop/listing";
    }

    /// A picture never changes under its name, so whoever has it may keep it.
    @GetMapping("/shop/photos/{folder}/{name}")
    ResponseEntity<Resource> photo(@PathVariable String folder, @PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(new InputStreamResource(photos.open(folder, name)));
    }
}
