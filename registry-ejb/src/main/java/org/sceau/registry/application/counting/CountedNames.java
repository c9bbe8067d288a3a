package org.sceau.registry.application.counting;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What schemes and stages are called where several versions are counted together: as the newest version that knows them says. */
public record CountedNames(Schemes schemes) {

    /** The short name of a scheme; its identifier when no version is known. */
    public Label scheme(SchemeId id) {
        return versions(id).stream().findFirst().map(SchemeVersion::shortLabel).orElseGet(() -> Label.same(id.value()));
    }

    /** The name of a stage; its identifier when no version has it. */
    public Label stage(SchemeId scheme, String id) {
        return versions(scheme).stream()
                .map(SchemeVersion::conduct)
                .flatMap(Optional::stream)
                .map(Conduct::procedure)
                .flatMap(procedure -> procedure.stage(id).stream())
                .findFirst()
                .map(Stage::label)
                .orElseGet(() -> Label.same(id));
    }

    /** The versions of a scheme, newest first. */
    List<SchemeVersion> versions(SchemeId id) {
        return schemes.families().stream()
                .flatMap(family -> schemes.ofFamily(family.id()).stream())
                .filter(version -> version.id().scheme().equals(id))
                .toList();
    }
}
