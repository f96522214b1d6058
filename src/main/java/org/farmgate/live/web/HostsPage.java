package org.farmgate.live.web;

import java.util.Map;
import org.farmgate.live.HostPermit;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;

/// Who may stand before the camera.
///
/// @param people who can be given a permit, by id: those found by the search, with an identity number that is kept
/// @param wanted what was searched for among people
public record HostsPage(
        Slice<HostPermit> rows, LiveNames names, Map<String, String> people, String wanted, FormErrors errors) {}
