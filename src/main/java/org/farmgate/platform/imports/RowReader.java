package org.farmgate.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;

/// Reads every row of a file of one kind, and goes on after a bad one, so that all that is wrong is told at
/// once.
final class RowReader<R> {
    /// More than any county's growers, and so few that all fit into memory at once.
    static final int MOST_ROWS = 200_000;

    private final ImportKind<R> kind;
    private final Headings headings;
    private final Map<String, String> columnByField = new HashMap<>();
    private final Faults faults;

    RowReader(ImportKind<R> kind, Headings headings, Faults faults) {
        this.kind = kind;
        this.headings = headings;
        this.faults = faults;
        for (Column column : kind.columns()) columnByField.put(column.field(), column.name());
    }

    /// The rows that could be read. `progress` gets the number of rows read so far, now and then.
    List<ImportKind.Row<R>> read(InputStream file, LongConsumer progress) throws IOException {
        List<ImportKind.Row<R>> rows = new ArrayList<>();
        try (CsvRows records = CsvRows.open(file)) {
            if (!records.hasNext()) throw new FileRefused(0, "", "no-rows");
            List<Optional<Column>> columns = headings.read(records.next(), records.line(), faults);
            if (faults.any()) return List.of();
            long read = 0;
            while (records.hasNext()) {
                List<String> cells = records.next();
                if (cells.stream().allMatch(String::isBlank)) continue;
                if (++read > MOST_ROWS) throw new FileRefused(records.line(), "", "too-many-rows", (long) MOST_ROWS);
                readOne(cells, columns, records.line()).ifPresent(rows::add);
                if (read % 1_000 == 0) progress.accept(read);
            }
            if (read == 0) throw new FileRefused(0, "", "no-rows");
        }
        return rows;
    }

    private Optional<ImportKind.Row<R>> readOne(List<String> cells, List<Optional<Column>> columns, long line) {
        for (int i = columns.size(); i < cells.size(); i++)
            if (!cells.get(i).isBlank()) {
                faults.add(new Fault(
                        line, "", "import.fault.too-many-cells", List.of((long) cells.size(), (long) columns.size())));
                return Optional.empty();
            }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String cell = plain(cells.get(i));
            columns.get(i).ifPresent(column -> texts.put(column.field(), cell));
        }
        Fields fields = new Fields(texts);
        long faultsBefore = faults.total();
        try {
            R row = kind.read(fields);
            fields.errors().forEach(error -> wrong(line, error));
            return faults.total() == faultsBefore ? Optional.of(new ImportKind.Row<>(line, row)) : Optional.empty();
        } catch (InputBroken broken) {
            broken.errors().forEach(error -> wrong(line, error));
        } catch (MeasureBroken broken) {
            String code = broken.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            faults.add(new Fault(line, "", "input." + code, broken.arguments()));
        } catch (RuleBroken broken) {
            faults.add(new Fault(line, "", "rule." + broken.rule().name(), broken.arguments()));
        }
        return Optional.empty();
    }

    private void wrong(long line, FieldError error) {
        String column = columnByField.getOrDefault(error.field(), "");
        faults.add(new Fault(line, column, "input." + error.code(), error.arguments()));
    }

    /// Undoes what [CsvSheet] does to a text that a spreadsheet would take for a formula.
    private static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && CsvSheet.FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
