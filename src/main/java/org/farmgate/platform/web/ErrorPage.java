package org.farmgate.platform.web;

/// @param todo what the reader can do now
public record ErrorPage(Problem problem, String todo) {}
