package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Photo;
import org.farmgate.shop.PhotoId;
import org.farmgate.shop.Photos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The pictures of one's own listings.
@Controller
@Needs(Right.SELL)
class PhotoPages {
    private final Photos photos;
    private final OwnListingViews views;

    PhotoPages(Photos photos, OwnListingViews views) {
        this.photos = photos;
        this.views = views;
    }

    @PostMapping("/listings/{id}/photos")
    String add(
            Actor actor,
            @PathVariable ListingId id,
            Fields fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    PhotoId photo = fields.isEmpty("id") ? PhotoId.next() : fields.id("id", PhotoId::new);
                    String words = fields.text("words", Photo.LONGEST_WORDS);
                    if (file == null || file.isEmpty()) fields.wrong("file", "missing");
                    fields.check();
                    save(actor, id, photo, words, file);
                    return "redirect:/listings/" + id + "?photographed";
                },
                errors -> {
                    model.addAttribute("page", views.one(actor, id, errors));
                    return "shop/own-listing";
                });
    }

    private void save(Actor actor, ListingId id, PhotoId photo, String words, @Nullable MultipartFile file) {
        if (file == null) throw new InputBroken("file", "missing");
        try (InputStream content = file.getInputStream()) {
            photos.add(actor, id, photo, words, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PostMapping("/listings/{id}/photos/{photo}/removal")
    String remove(Actor actor, @PathVariable ListingId id, @PathVariable PhotoId photo) {
        photos.remove(actor, id, photo);
        return "redirect:/listings/" + id + "?saved";
    }
}
