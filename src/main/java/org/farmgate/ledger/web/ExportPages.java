package org.farmgate.ledger.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.farmgate.ledger.BooksExport;
import org.farmgate.ledger.BooksExports;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Right;
import org.farmgate.platform.blobs.BlobStore;
import org.farmgate.platform.web.Needs;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Postings as a file: asked for, waited for as running work, taken.
@Controller
@Needs({Right.SEE_BOOKS, Right.KEEP_BOOKS})
class ExportPages {
    private final BooksExports exports;
    private final BlobStore blobs;

    ExportPages(BooksExports exports, BlobStore blobs) {
        this.exports = exports;
        this.blobs = blobs;
    }

    @PostMapping("/books/exports")
    String start(Actor actor, Fields fields) {
        RegionId origin = fields.id("origin", RegionId::new);
        var from = fields.date("from");
        var to = fields.date("to");
        fields.check();
        return "redirect:/jobs/" + exports.start(actor, origin, from, to);
    }

    @GetMapping("/books/exports/{job}")
    String one(Actor actor, @PathVariable JobId job, Model model) {
        model.addAttribute("page", new BooksPage.Export(exports.get(actor, job)));
        return "ledger/export";
    }

    @GetMapping("/books/exports/{job}/books.csv")
    ResponseEntity<Resource> file(Actor actor, @PathVariable JobId job) {
        BooksExport export = exports.get(actor, job);
        InputStream content = blobs.open(export.blobKey());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(export.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }
}
