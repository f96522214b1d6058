package org.farmgate.ledger;

import java.time.Instant;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;

/// A file of postings that a job has written.
///
/// @param owner the organisation whose people may take it
public record BooksExport(JobId job, PartyId owner, String fileName, String blobKey, long rows, Instant madeAt) {}
