package org.sceau.registry.application.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Effects;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.publication.Recognitions;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** What a grant makes of a dossier: exactly what was evaluated, and nothing that nobody decided. */
final class GrantedFacts {
    /** Declared facts that stand on the public entry. */
    private static final String REGION = "region";

    private static final String DEPARTMENT = "department";

    private static final String OIDS = "oids";
    private static final String INCIDENT_CONTACT = "incident-contact";

    private GrantedFacts() {}

    static VisaFacts of(Handling look, DecisionContent content, Reference reference, Optional<VisaId> former) {
        Dossier dossier = look.dossier();
        SchemeVersion scheme = look.scheme();
        Application asked = dossier.application();
        LocalDate first = content.effective();
        Optional<LocalDate> last = content.lastDay().or(() -> scheme.validity().usualLastDay(first));
        Set<String> scopes = content.scopes().isEmpty() ? asked.scopes() : content.scopes();
        return new VisaFacts(
                        scheme.id(),
                        scheme.family(),
                        reference,
                        asked.subject(),
                        dossier.parties().holder(),
                        Optional.of(dossier.parties().sponsor())
                                .filter(sponsor ->
                                        !sponsor.equals(dossier.parties().holder())),
                        laboratories(look),
                        content.level()
                                .or(() -> look.situation().level())
                                .flatMap(scheme::level)
                                .map(Effects::claim),
                        scopes,
                        asked.category()
                                .flatMap(id -> scheme.categories().stream()
                                        .filter(category -> category.id().equals(id))
                                        .findFirst())
                                .map(category -> Claim.known(
                                        category.id(), category.label().fr())),
                        scheme.hasNationalSecurity()
                                ? Optional.of(content.nationalSecurity().orElse(false))
                                : Optional.empty(),
                        content.agrement(),
                        new Validity(first, last),
                        List.of(StatusChange.inForce(first)),
                        Optional.empty(),
                        scheme.isListed() && (scheme.isAlwaysPublic() || asked.listed()),
                        content.clauses(),
                        documents(scheme, asked),
                        identifiers(asked),
                        words(asked, REGION).stream().findFirst(),
                        Recognitions.exclusions(scheme, asked))
                .inDepartment(words(asked, DEPARTMENT).stream().findFirst())
                .related(relations(asked, former));
    }

    private static Set<Relation> relations(Application asked, Optional<VisaId> former) {
        Set<Relation> relations = new HashSet<>();
        asked.bases().forEach(base -> relations.add(new Relation(Relation.Kind.BASED_ON, base)));
        former.ifPresent(visa -> relations.add(new Relation(Relation.Kind.REPLACES, visa)));
        return relations;
    }

    private static List<String> laboratories(Handling look) {
        return look.dossier().laboratories().stream()
                .flatMap(id -> look.surroundings().laboratory(id).stream())
                .map(laboratory -> laboratory.organisation())
                .map(Organisation::name)
                .toList();
    }

    /** The page to call in an incident, where the scheme publishes one; it is no paper that somebody deposits. */
    private static List<VisaDocument> documents(SchemeVersion scheme, Application asked) {
        return scheme.publicEntry().documents().value().contains(DocumentKind.INCIDENT_CONTACT)
                        && asked.facts().get(INCIDENT_CONTACT) instanceof FactValue.Words words
                ? FactType.link(words)
                        .map(address -> new VisaDocument(DocumentKind.INCIDENT_CONTACT, address, Optional.empty()))
                        .stream()
                        .toList()
                : List.of();
    }

    private static List<Identifier> identifiers(Application asked) {
        List<Identifier> identifiers = new ArrayList<>();
        words(asked, OIDS).forEach(oid -> identifiers.add(new Identifier(Identifier.Kind.OID, oid)));
        return identifiers;
    }

    private static Set<String> words(Application asked, String fact) {
        return asked.facts().get(fact) instanceof FactValue.Words words ? words.values() : Set.of();
    }
}
