package org.farmgate.platform.imports;

import org.farmgate.platform.Rule;

/// What can be refused about a file as a whole, besides its faults.
public enum ImportRule implements Rule {
    /// While the file was being stored somebody else stored some of the same rows. Nothing of it was taken.
    IMPORT_OVERTAKEN
}
