package org.farmgate.platform.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.platform.TooLarge;
import org.farmgate.platform.blobs.BlobTooLarge;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.ImportId;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files, for programs: the file itself is the body of the request, as `text/csv`.
@RestController
@RequestMapping("/api/v1/imports")
@Needs
class ImportApi {
    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /// @param repeated whether this very file had been brought before; then nothing was done
    record ImportJson(
            ImportId id,
            String kind,
            String fileName,
            long bytes,
            String sha256,
            ImportState state,
            @Nullable JobId job,
            long added,
            long changed,
            long unchanged,
            long faults,
            boolean repeated,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static ImportJson of(ImportedFile file, boolean repeated) {
            return new ImportJson(
                    file.id(),
                    file.kind(),
                    file.fileName(),
                    file.bytes(),
                    file.sha256(),
                    file.state(),
                    file.job().orElse(null),
                    file.result().added(),
                    file.result().changed(),
                    file.result().unchanged(),
                    file.faults(),
                    repeated,
                    file.startedAt(),
                    file.finishedAt().orElse(null));
        }
    }

    /// @param line 0 for the file as a whole
    /// @param column empty for the whole row
    /// @param code stable
    /// @param reason in the asker's language
    record FaultJson(long line, String column, String code, String reason) {
        static FaultJson of(Fault fault, Shell shell) {
            return new FaultJson(
                    fault.line(),
                    fault.column(),
                    fault.messageKey(),
                    shell.t(fault.messageKey(), fault.arguments().toArray()));
        }
    }

    @PostMapping("/{kind}")
    ResponseEntity<ImportJson> start(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String fileName,
            HttpServletRequest request)
            throws IOException {
        try {
            Imports.Started started = imports.start(actor, kind, fileName, request.getInputStream());
            return ResponseEntity.status(started.repeated() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .body(ImportJson.of(started.file(), started.repeated()));
        } catch (BlobTooLarge tooLarge) {
            throw new TooLarge(tooLarge.mostBytes());
        }
    }

    @GetMapping
    Slice<ImportJson> search(Actor actor, Paging paging) {
        return imports.search(actor, paging).map(file -> ImportJson.of(file, false));
    }

    @GetMapping("/{kind}/{id}")
    ImportJson get(Actor actor, @PathVariable String kind, @PathVariable ImportId id) {
        return ImportJson.of(file(actor, kind, id), false);
    }

    @GetMapping("/{kind}/{id}/faults")
    Slice<FaultJson> faults(
            Actor actor, @PathVariable String kind, @PathVariable ImportId id, Paging paging, Shell shell) {
        file(actor, kind, id);
        return imports.faults(actor, id, paging).map(fault -> FaultJson.of(fault, shell));
    }

    private ImportedFile file(Actor actor, String kind, ImportId id) {
        ImportedFile file = imports.get(actor, id);
        if (!file.kind().equals(kind)) throw new NotFound("import", id);
        return file;
    }
}
