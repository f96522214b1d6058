package org.farmgate.logistics.storage.web;

import java.util.Optional;
import org.farmgate.logistics.storage.BinId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.FormErrors;

/// A new bin, or one that is changed.
public record BinFormPage(SiteId site, Book book, Optional<BinId> bin, FormErrors errors) {}
