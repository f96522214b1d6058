package org.farmgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.farmgate.logistics.routing.Transfer;

/// Reads a `.txt` file of Solomon's kind (a heading, then vehicles, capacity and customers with windows), or of Li and
/// Lim's (no heading; two further columns name the stop where goods come from or go to).
final class SolomonFile {
    private static final Pattern NUMBERS = Pattern.compile("[-+\\d.eE\\s]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SolomonFile() {}

    /// Whether the file is of either kind.
    static boolean is(Path file) throws IOException {
        List<double[]> rows = rows(file);
        return rows.size() > 2 && rows.getFirst().length <= 3 && rows.get(1).length >= 7;
    }

    private static List<double[]> rows(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && NUMBERS.matcher(line).matches()) {
                double[] row = SPACES.splitAsStream(line.strip())
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                rows.add(row);
            }
        }
        return rows;
    }

    static RoutingInstance read(Path file) throws IOException {
        List<double[]> rows = rows(file);
        double[] fleet = rows.removeFirst();
        boolean paired = rows.getFirst().length >= 9;
        List<RoutingInstance.Node> nodes = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        int n = rows.size();
        double[][] distances = new double[n][n];
        for (int a = 0; a < n; a++) {
            double[] row = rows.get(a);
            nodes.add(new RoutingInstance.Node((long) row[3], row[4], row[5], row[6]));
            if (paired && a > 0 && row[8] > 0) {
                transfers.add(new Transfer(String.valueOf(a), String.valueOf((int) row[8])));
            }
            for (int b = 0; b < n; b++) {
                distances[a][b] = Math.hypot(row[1] - rows.get(b)[1], row[2] - rows.get(b)[2]);
            }
        }
        return new RoutingInstance(
                file.getFileName().toString().replaceFirst("\\.txt$", ""),
                (int) fleet[0],
                (long) fleet[1],
                distances,
                nodes,
                transfers,
                Double.POSITIVE_INFINITY,
                true,
                paired);
    }
}
