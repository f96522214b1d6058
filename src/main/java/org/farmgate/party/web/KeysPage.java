package org.farmgate.party.web;

/// @param older how many of all numbers an older key sealed
public record KeysPage(long all, long older) {}
