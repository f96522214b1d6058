package org.farmgate.place.web;

import java.util.List;
import org.farmgate.place.Division;
import org.farmgate.place.Region;

/// @param regions it has farms in, the widest first
/// @param done what was just done to it, empty where nothing was
public record DivisionPage(Division division, List<Region> regions, String done) {}
