package org.farmgate.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.blobs.Blob;
import org.farmgate.platform.blobs.BlobStore;
import org.farmgate.platform.jobs.JobOutcome;
import org.farmgate.platform.jobs.JobRun;
import org.farmgate.platform.jobs.JobWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes postings into a CSV file. Columns and words are for programs: the same in every language.
@Component
class ExportWork implements JobWork {
    private static final long MOST_BYTES = 8L << 30;
    private static final List<String> HEADINGS = List.of(
            "id",
            "on",
            "posted_at",
            "debit_account",
            "debit_number",
            "debit_holder",
            "debit_counterparty",
            "debit_subject",
            "credit_account",
            "credit_number",
            "credit_holder",
            "credit_counterparty",
            "credit_subject",
            "amount_yuan",
            "cause_kind",
            "cause",
            "rule",
            "product",
            "mass_grams",
            "fen_per_tonne",
            "document_kind",
            "document");

    private final ExportStore store;
    private final BooksAccess access;
    private final BlobStore blobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportWork(ExportStore store, BooksAccess access, BlobStore blobs, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.access = access;
        this.blobs = blobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return BooksExports.KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        String path = "/books/exports/" + run.id();
        var before = store.find(run.id());
        if (before.isPresent())
            return JobOutcome.done(path, "ledger.export.done", before.get().rows());
        try {
            Path file = Files.createTempFile("farmgate-books", ".csv");
            try {
                Long rows = transaction.execute(_ -> write(run, file));
                try (InputStream content = Files.newInputStream(file)) {
                    Blob blob = blobs.save("books", content, MOST_BYTES);
                    store.add(new BooksExport(
                            run.id(),
                            run.actor().organisation(),
                            "books-" + parameter(run, "from") + "-" + parameter(run, "to") + ".csv",
                            blob.key(),
                            rows == null ? 0 : rows,
                            clock.instant()));
                    return JobOutcome.done(path, "ledger.export.done", rows == null ? 0 : rows);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long write(JobRun run, Path file) {
        long[] rows = {0};
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(text)) {
            // Without it Excel takes Chinese for something else.
            text.write('\ufeff');
            csv.writeRecord(HEADINGS);
            store.each(
                    access.of(run.actor()),
                    new RegionId(UUID.fromString(parameter(run, "origin"))),
                    LocalDate.parse(parameter(run, "from")),
                    LocalDate.parse(parameter(run, "to")),
                    posting -> {
                        csv.writeRecord(cells(posting));
                        if (++rows[0] % 500 == 0) {
                            run.progress(rows[0], 0, "ledger.export.writing", rows[0]);
                            run.stopIfCancelled();
                        }
                    });
            return rows[0];
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String parameter(JobRun run, String name) {
        Map<String, String> parameters = run.parameters();
        return parameters.getOrDefault(name, "");
    }

    private static List<String> cells(Posting posting) {
        Transfer transfer = posting.transfer();
        Particulars particulars = transfer.particulars();
        List<String> cells = new ArrayList<>(List.of(
                transfer.id().toString(),
                transfer.on().toString(),
                posting.postedAt().toString()));
        cells.addAll(account(transfer.debit()));
        cells.addAll(account(transfer.credit()));
        cells.addAll(List.of(
                transfer.amount().inYuan().toPlainString(),
                transfer.causeKind(),
                transfer.cause().toString(),
                particulars.rule(),
                particulars.product().map(Object::toString).orElse(""),
                particulars.mass().map(Mass::grams).map(String::valueOf).orElse(""),
                particulars.price().map(Price::fenPerTonne).map(String::valueOf).orElse(""),
                particulars.documentKind(),
                particulars.document().map(Object::toString).orElse("")));
        return cells;
    }

    private static List<String> account(AccountKey account) {
        return List.of(
                account.kind().name(),
                account.kind().number(),
                account.holder().map(PartyId::toString).orElse(""),
                account.counterparty().map(PartyId::toString).orElse(""),
                account.subject());
    }
}
