package org.farmgate.platform.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.TooLarge;
import org.farmgate.platform.blobs.BlobTooLarge;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.CsvSheet;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.ImportId;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportKinds;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.platform.jobs.Job;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Bringing a file: choose what it is, take the template, send it, watch it, read what is wrong with it.
@Controller
@Needs
class ImportPages {
    private final Imports imports;
    private final ImportKinds kinds;
    private final Jobs jobs;

    ImportPages(Imports imports, ImportKinds kinds, Jobs jobs) {
        this.imports = imports;
        this.kinds = kinds;
        this.jobs = jobs;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry importsNav() {
            return new NavEntry(
                    890, "/imports", "nav.imports", "upload", Right.REGISTER_SUPPLY, Right.POST_DEMAND, Right.SELL);
        }
    }

    @GetMapping("/imports")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", new ImportsPage(kinds.of(actor), imports.search(actor, paging)));
        return "imports/list";
    }

    @GetMapping("/imports/{kind}")
    String form(Actor actor, @PathVariable String kind, Model model) {
        model.addAttribute("page", new ImportFormPage(allowed(actor, kind), FormErrors.none()));
        return "imports/form";
    }

    @PostMapping("/imports/{kind}")
    String start(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Shell shell,
            Model model,
            HttpServletResponse response)
            throws IOException {
        ImportKind<?> known = allowed(actor, kind);
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            FormErrors errors = FormErrors.of(new InputBroken("file", "missing"), Map.of(), shell);
            model.addAttribute("page", new ImportFormPage(known, errors));
            return "imports/form";
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (InputStream content = file.getInputStream()) {
            Imports.Started started = imports.start(actor, kind, name, content);
            return "redirect:" + started.file().path() + (started.repeated() ? "?repeated" : "");
        } catch (BlobTooLarge tooLarge) {
            throw new TooLarge(tooLarge.mostBytes());
        }
    }

    @GetMapping("/imports/{kind}/{id}")
    String one(
            Actor actor,
            @PathVariable String kind,
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable String repeated,
            Paging paging,
            Model model) {
        ImportedFile file = file(actor, kind, id);
        Optional<Job> job = file.job().map(one -> jobs.get(actor, one));
        model.addAttribute(
                "page",
                new ImportPage(kinds.get(kind), file, job, imports.faults(actor, id, paging), repeated != null));
        return "imports/one";
    }

    @GetMapping("/imports/{kind}/template.csv")
    ResponseEntity<byte[]> template(Actor actor, @PathVariable String kind, Shell shell) {
        ImportKind<?> known = allowed(actor, kind);
        CsvSheet sheet = new CsvSheet()
                .row(known.columns().stream()
                        .map(column -> ImportPage.heading(shell, kind, column.name()))
                        .toList());
        int examples = known.columns().stream()
                .mapToInt(column -> column.examples().size())
                .min()
                .orElse(0);
        for (int i = 0; i < examples; i++) {
            int row = i;
            sheet.row(known.columns().stream()
                    .map(Column::examples)
                    .map(values -> values.get(row))
                    .toList());
        }
        return download(sheet, kind + ".csv");
    }

    @GetMapping("/imports/{kind}/{id}/faults.csv")
    ResponseEntity<byte[]> faults(Actor actor, @PathVariable String kind, @PathVariable ImportId id, Shell shell) {
        ImportedFile file = file(actor, kind, id);
        CsvSheet sheet = new CsvSheet()
                .row(shell.t("imports.fault.line"), shell.t("imports.fault.column"), shell.t("imports.fault.reason"));
        for (Fault fault : imports.allFaults(actor, id))
            sheet.row(
                    fault.line() == 0 ? "" : String.valueOf(fault.line()),
                    fault.column(),
                    shell.t(fault.messageKey(), fault.arguments().toArray()));
        return download(sheet, "faults-" + file.fileName());
    }

    static ResponseEntity<byte[]> download(CsvSheet sheet, String fileName) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(sheet.bytes());
    }

    private ImportedFile file(Actor actor, String kind, ImportId id) {
        ImportedFile file = imports.get(actor, id);
        if (!file.kind().equals(kind)) throw new NotFound("import", id);
        return file;
    }

    private ImportKind<?> allowed(Actor actor, String kind) {
        ImportKind<?> known = kinds.get(kind);
        if (!actor.may(known.right())) throw new Denied(known.right());
        return known;
    }
}
