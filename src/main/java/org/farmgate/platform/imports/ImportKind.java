package org.farmgate.platform.imports;

import java.util.List;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;

/// What a row of one kind of file means: declare it as a bean. First every row is read by itself, then all
/// are checked against one another and against what is stored, and only when nothing at all is wrong they are
/// applied, in one transaction. So [#check] finds everything it can (set-based: a file has up to 200,000
/// rows), and [#apply] may count on it.
///
/// Words: `import.<kind>` is its title, `import.<kind>.what` a sentence on what it does, and
/// `import.<kind>.<column>` each column's heading, which is understood in every language besides the column's
/// own name.
///
/// @param <R> one row, read
public interface ImportKind<R> {
    /// The last part of its address, such as `forecasts`.
    String kind();

    /// Who may bring such files.
    Right right();

    /// The columns it knows, in the order of the template. A column it does not know is a fault of the file.
    List<Column> columns();

    /// Reads one row by itself: ask for every value, call [Fields#check], then build the row. A column
    /// `mass_unit` is the field `massUnit`. Whatever the values or the row's own rules refuse becomes a fault
    /// of that line.
    R read(Fields row);

    /// Compares the rows with one another and with what is stored.
    void check(Actor actor, List<Row<R>> rows, Faults faults);

    /// Stores them, inside the one transaction. Rows that say what is stored already change nothing and are
    /// counted as unchanged.
    ImportResult apply(Actor actor, List<Row<R>> rows);

    /// As [#apply], where a row may be refused by what happened meanwhile or by what others have, though the
    /// file is right: such rows are told by `refused`, and the others are taken all the same.
    default ImportResult apply(Actor actor, List<Row<R>> rows, Faults refused) {
        return apply(actor, rows);
    }

    /// One row and where it begins in the file, the heading being line 1 unless lines stand before it.
    record Row<R>(long line, R value) {}
}
