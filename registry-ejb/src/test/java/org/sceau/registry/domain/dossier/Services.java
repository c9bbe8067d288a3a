package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** Dossiers under any scheme, with what it requires and nothing that a test does not declare. */
final class Services {
    private Services() {}

    /** A first application of the first kind of subject that the scheme knows. */
    static Story service(
            String scheme,
            String version,
            Optional<String> level,
            Set<String> scopes,
            Map<String, FactValue> declared) {
        return of(scheme, version, DossierKind.INITIAL, Optional.empty(), level, scopes, declared);
    }

    /** A dossier about a visa, under a scheme that knows neither levels nor scopes. */
    static Story of(
            String scheme, String version, DossierKind kind, Optional<VisaId> about, Map<String, FactValue> declared) {
        return of(scheme, version, kind, about, Optional.empty(), Set.of(), declared);
    }

    private static Story of(
            String scheme,
            String version,
            DossierKind dossier,
            Optional<VisaId> about,
            Optional<String> level,
            Set<String> scopes,
            Map<String, FactValue> declared) {
        SchemeVersion known =
                Story.SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
        SubjectKind kind =
                known.subjects().value().stream().sorted().findFirst().orElseThrow();
        Application application = new Application(
                new Subject(kind, "Service Ponant", Optional.empty()),
                level,
                scopes,
                Optional.empty(),
                false,
                required(known, declared),
                Set.of(),
                true);
        return Story.of(scheme, version, dossier, about, application, "2026-02-09");
    }

    /** One product under a scheme, of the first level and category that it knows. */
    static Application product(String scheme, String version, String versions, Map<String, FactValue> declared) {
        SchemeVersion known =
                Story.SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
        return new Application(
                new Subject(SubjectKind.PRODUCT, "Serrure Libre", Optional.of(versions)),
                known.grantedLevels().stream().findFirst().map(level -> level.id()),
                Set.of(),
                known.categories().stream().findFirst().map(category -> category.id()),
                false,
                required(known, declared),
                Set.of(),
                true);
    }

    /** What the scheme requires, with harmless values where the test declares nothing. */
    static Map<String, FactValue> required(SchemeVersion scheme, Map<String, FactValue> declared) {
        Map<String, FactValue> facts = new TreeMap<>();
        scheme.conduct().orElseThrow().procedure().facts().forEach(type -> {
            if (declared.containsKey(type.id())) {
                facts.put(type.id(), declared.get(type.id()));
            } else if (type.required()) {
                facts.put(
                        type.id(),
                        switch (type.kind()) {
                            case WHOLE -> new FactValue.Whole(type.least().orElse(1));
                            case FLAG -> new FactValue.Flag(true);
                            case DAY -> new FactValue.Day(LocalDate.parse("2026-02-09"));
                            case INSTANT -> new FactValue.Moment(Instant.parse("2026-02-09T08:00:00Z"));
                            case LINK -> FactValue.Words.of("https://ponant.example/incident");
                            case TEXT, CODES -> FactValue.Words.of("Bretagne");
                            case CHOICE, CHOICES ->
                                FactValue.Words.of(type.optionIds().get(0));
                            case SHARES -> new FactValue.Shares(List.of());
                        });
            }
        });
        return facts;
    }

    /** With every document that the applicant must send in. */
    static Story filled(Story story) {
        Preflight.of(story.look(), "submitted").stream()
                .filter(finding -> finding.code().equals("document-missing"))
                .map(finding -> Objects.requireNonNull(finding.details().get("document")))
                .forEach(type -> story.deposits(VENDOR, type));
        return story;
    }

    /** A service that is evaluated. */
    static Story evaluated(String scheme, String version, String level, Set<String> scopes) {
        return filled(service(scheme, version, Optional.of(level), scopes, Map.of()))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit")
                .assigns(CERTIFIER, laboratory(scheme))
                .takes(CERTIFIER, "accept")
                .deposits(EVALUATOR, "EVALUATION_STRATEGY")
                .takes(CERTIFIER, "approve-plan");
    }

    /** Everything that the newest version of a scheme asks of whoever evaluates. */
    static Laboratory laboratory(String scheme) {
        SchemeVersion any = Story.SCHEMES.all().stream()
                .filter(version -> version.id().scheme().value().equals(scheme))
                .reduce((former, later) -> later)
                .orElseThrow();
        Laboratory arvor = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1");
        for (Competence.Title title : Competence.Title.values()) {
            arvor = arvor.with(new Title(
                    title,
                    title.name(),
                    "Comité fictif",
                    Set.of(new SchemeId(scheme)),
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse("2030-12-31"),
                    new Coverage(
                            OptionalInt.of(5),
                            Set.of(),
                            Set.of(),
                            any.categories().stream()
                                    .map(category -> category.id())
                                    .collect(Collectors.toSet()),
                            DrawnLaboratories.activities(any),
                            any.levels().stream().map(level -> level.id()).collect(Collectors.toSet())),
                    List.of()));
        }
        return arvor;
    }

    /** The code of the refusal that an act ends in. */
    static String code(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
