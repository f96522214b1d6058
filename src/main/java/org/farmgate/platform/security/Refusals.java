package org.farmgate.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// Tells a refusal that happens before any handler is reached, in the same words as all others: as a page or as a
/// problem.
public interface Refusals {
    void tell(HttpServletRequest request, HttpServletResponse response, Exception refusal);
}
