package org.farmgate.platform.imports;

import java.util.List;

/// The file cannot be read on from some place; the fault says where and why.
final class FileRefused extends RuntimeException {
    private final transient Fault fault;

    FileRefused(long line, String column, String code, Object... arguments) {
        super(code + " in line " + line);
        this.fault = new Fault(line, column, "import.fault." + code, List.of(arguments));
    }

    Fault fault() {
        return fault;
    }
}
