package org.sceau.registry.application.describing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;

/** What the identifiers of a scheme version are called. An identifier that nothing defines stands for itself. */
final class Names {
    private final Schemes schemes;
    private final SchemeVersion version;

    Names(Schemes schemes, SchemeVersion version) {
        this.schemes = schemes;
        this.version = version;
    }

    Phrase fact(String id) {
        return name(id, factType(id).map(FactType::label));
    }

    Optional<FactType> factType(String id) {
        return procedure().flatMap(procedure -> procedure.fact(id));
    }

    Phrase option(String fact, String id) {
        return name(id, factType(fact).map(FactType::options).map(options -> options.get(id)));
    }

    Phrase level(String id) {
        return name(id, found(version.levels(), Level::id, id).map(Level::label));
    }

    Phrase scope(String id) {
        return name(id, found(version.scopes(), Scope::id, id).map(Scope::label));
    }

    Phrase document(String id) {
        return name(id, procedure().flatMap(all -> all.document(id)).map(DocumentType::label));
    }

    Phrase conclusion(String id) {
        return name(id, procedure().flatMap(all -> all.conclusion(id)).map(ConclusionType::label));
    }

    Phrase approval(String id) {
        return name(id, procedure().flatMap(all -> all.approval(id)).map(ApprovalType::label));
    }

    Phrase stage(String id) {
        return name(id, procedure().flatMap(all -> all.stage(id)).map(Stage::label));
    }

    Phrase deadline(String id) {
        return name(
                id,
                procedure()
                        .flatMap(all -> found(all.deadlines(), Deadline::id, id))
                        .map(Deadline::label));
    }

    Phrase family(String id) {
        return name(id, schemes.family(new FamilyId(id)).map(Family::label));
    }

    /** What the schemes call themselves; the newest version of it speaks. */
    Phrase scheme(String id) {
        return name(
                id,
                schemes.all().stream()
                        .filter(found -> found.id().scheme().value().equals(id))
                        .max(Comparator.comparing(SchemeVersion::id))
                        .map(SchemeVersion::label));
    }

    /** A level of a visa of one of these families. */
    Phrase levelOf(Collection<String> families, String id) {
        return name(
                id,
                families.stream()
                        .flatMap(family -> schemes.vocabulary(new FamilyId(family)).stream())
                        .flatMap(terms -> found(terms.levels(), Level::id, id).stream())
                        .map(Level::label)
                        .findFirst());
    }

    /** Short name and version. */
    Phrase version(SchemeVersionId id) {
        return schemes.version(id)
                .map(found -> Phrase.say("%s %s", "%s %s", Phrase.of(found.shortLabel()), id.version()))
                .orElse(Phrase.same(id.toString()));
    }

    private Optional<Procedure> procedure() {
        return version.conduct().map(Conduct::procedure);
    }

    private static Phrase name(String id, Optional<Label> label) {
        return label.map(Phrase::of).orElse(Phrase.same(id));
    }

    private static <T> Optional<T> found(List<T> terms, Function<T, String> id, String wanted) {
        return terms.stream().filter(term -> id.apply(term).equals(wanted)).findFirst();
    }
}
