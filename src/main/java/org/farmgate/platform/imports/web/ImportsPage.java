package org.farmgate.platform.imports.web;

import java.util.List;
import org.farmgate.platform.Slice;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportedFile;

/// The kinds of files one may bring, and those that were brought.
public record ImportsPage(List<ImportKind<?>> kinds, Slice<ImportedFile> files) {}
