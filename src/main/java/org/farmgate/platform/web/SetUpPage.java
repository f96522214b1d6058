package org.farmgate.platform.web;

/// @param token the link's secret, carried on in the form
public record SetUpPage(String token, FormErrors form) {}
