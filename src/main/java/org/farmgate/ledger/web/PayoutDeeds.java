package org.farmgate.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.farmgate.ledger.payout.PayoutFile;
import org.farmgate.ledger.payout.PayoutFiles;
import org.farmgate.ledger.payout.PayoutId;
import org.farmgate.ledger.payout.Payouts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What is done to a payout.
@Controller
@Needs({Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class PayoutDeeds {
    private static final int LONGEST_REASON = 200;

    private final Payouts payouts;
    private final PayoutFiles files;
    private final PayoutPages pages;

    PayoutDeeds(Payouts payouts, PayoutFiles files, PayoutPages pages) {
        this.payouts = payouts;
        this.files = files;
        this.pages = pages;
    }

    @PostMapping("/payouts/{id}/release")
    @Needs(Right.RELEASE_PAYOUTS)
    String release(
            Actor actor,
            @PathVariable PayoutId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            payouts.release(actor, id);
            return "released";
        });
    }

    @PostMapping("/payouts/{id}/cancellation")
    String cancel(
            Actor actor,
            @PathVariable PayoutId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            payouts.cancel(actor, id);
            return "cancelled";
        });
    }

    /// All that are under way, or the one that `line` names.
    @PostMapping("/payouts/{id}/confirmation")
    @Needs(Right.KEEP_BOOKS)
    String confirm(
            Actor actor,
            @PathVariable PayoutId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            LocalDate on = fields.date("on");
            List<Integer> lines = fields.optional("line", some -> some.number("line", 1, 1_000)).stream()
                    .map(Long::intValue)
                    .toList();
            fields.check();
            payouts.confirm(actor, id, lines, on);
            return "confirmed";
        });
    }

    @PostMapping("/payouts/{id}/return")
    @Needs(Right.KEEP_BOOKS)
    String returned(
            Actor actor,
            @PathVariable PayoutId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            Long line = fields.number("line", 1, 1_000);
            String reason = fields.text("reason", LONGEST_REASON);
            LocalDate on = fields.date("on");
            fields.check();
            payouts.returned(actor, id, line.intValue(), reason, on);
            return "returned";
        });
    }

    /// The bank's file. Sent for rather than linked to, because each time bank numbers are opened and that is
    /// kept.
    @PostMapping("/payouts/{id}/file")
    @Needs(Right.RELEASE_PAYOUTS)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable PayoutId id, Fields fields) {
        PayoutFile.Form form = fields.choice("form", PayoutFile.Form.class);
        fields.check();
        return download(files.file(actor, id, form));
    }

    static ResponseEntity<byte[]> download(PayoutFile file) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private String done(
            Actor actor,
            PayoutId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Supplier<String> deed) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/payouts/" + id + "?done=" + deed.get(),
                errors -> pages.one(actor, id, errors, model));
    }
}
