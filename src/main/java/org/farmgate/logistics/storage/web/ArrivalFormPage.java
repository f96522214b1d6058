package org.farmgate.logistics.storage.web;

import java.time.LocalDate;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.FormErrors;

/// Announcing goods by hand.
///
/// @param owner the code of one's own organisation
public record ArrivalFormPage(SiteId site, Book book, LocalDate today, String owner, FormErrors errors) {}
