package org.farmgate.platform.jobs.web;

import org.farmgate.platform.Slice;
import org.farmgate.platform.jobs.Job;

/// The organisation's jobs.
public record JobsPage(Slice<Job> jobs) {}
