package org.farmgate.logistics.storage.web;

import java.util.List;
import org.farmgate.logistics.storage.Shelves;

/// The warehouses that one runs or has goods in.
public record WarehousesPage(List<Shelves.Filling> rows, boolean maySetTariffs) {}
