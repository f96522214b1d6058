package org.farmgate.platform.imports.web;

import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.web.FormErrors;

/// Where a file of one kind is sent.
public record ImportFormPage(ImportKind<?> kind, FormErrors errors) {}
