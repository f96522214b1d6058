package org.farmgate.platform.imports;

import java.util.List;

/// One thing wrong with a file.
///
/// @param line where the row begins, from 1; 0 for the file as a whole
/// @param column the column's name; empty for the whole row
/// @param messageKey of the sentence that says what is wrong, such as `input.no-such-week`
/// @param arguments for the message's places
public record Fault(long line, String column, String messageKey, List<Object> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }
}
