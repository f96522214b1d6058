package org.farmgate.live.web;

import java.util.List;
import org.farmgate.live.video.Recording;

/// What may be deleted today.
public record RecordingsPage(List<Recording> recordings) {}
