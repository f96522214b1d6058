package org.farmgate.platform;

/// Where machines come that prove themselves by signing each request, so that a form's proof is asked of nobody there.
/// A module's contribution: declare it as a bean. `RoutesTests` holds the whole list; it is to stay as short as it is.
///
/// @param path a pattern; requests by POST alone are meant
public record SignedRoute(String path) {}
