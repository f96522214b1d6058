package org.farmgate.platform.imports;

import java.util.List;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of files that the modules understand. Found late: their beans may need [Imports] themselves.
@Component
public class ImportKinds {
    private final ObjectProvider<ImportKind<?>> kinds;

    ImportKinds(ObjectProvider<ImportKind<?>> kinds) {
        this.kinds = kinds;
    }

    /// Refuses by [NotFound].
    public ImportKind<?> get(String kind) {
        return kinds.stream()
                .filter(some -> some.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("import-kind", kind));
    }

    /// Those whose files the actor may bring, by name.
    public List<ImportKind<?>> of(Actor actor) {
        return kinds.stream()
                .filter(kind -> actor.may(kind.right()))
                .sorted(java.util.Comparator.comparing(ImportKind::kind))
                .<ImportKind<?>>map(kind -> kind)
                .toList();
    }
}
