package org.farmgate.platform.jobs;

/// What a module can do as a job: declare it as a bean. The work may be begun again from the start when the
/// program was stopped under it, so it either changes nothing before its one transaction, or asks first what
/// it has already done.
///
/// What it throws ends the job as failed: a broken rule or input with its own sentence, anything else with
/// the job's number for whoever reads the log.
public interface JobWork {
    /// A stable name such as `import` or `docking`, at most 60 characters. The messages `job.<kind>` (its
    /// title) and those it passes to [JobRun#progress] belong to the module.
    String kind();

    JobOutcome run(JobRun run);
}
