package org.sceau.registry.web.applying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.web.casework.CaseWords;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.casework.FactFields;
import org.sceau.registry.web.casework.NamedVisas;
import org.sceau.registry.web.form.FormFields;

/** Between an application and its form: every field comes of the scheme's definition. */
@RequestScoped
public class ApplicationForms {
    private static final int LONGEST_NAME = 600;
    private static final int LONGEST_VERSIONS = 200;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_BASES = 3_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NamedVisas visas;

    /** The form with what was saved. */
    ApplicationForm of(DossierSight sight, CaseWords words) {
        Application asked = sight.dossier().application();
        SchemeVersion scheme = sight.scheme();
        boolean derived = isLevelDerived(scheme);
        return new ApplicationForm(
                sight.dossier().version(),
                asked.subject().name(),
                asked.subject().versions().orElse(""),
                scheme.subjects().value().stream()
                        .sorted()
                        .map(kind -> new Choice(
                                kind.name(),
                                words.in(kind.label()),
                                "",
                                kind == asked.subject().kind(),
                                true))
                        .toList(),
                derived
                        ? List.of()
                        : scheme.grantedLevels().stream()
                                .map(level -> new Choice(
                                        level.id(),
                                        words.in(level.label()),
                                        "",
                                        asked.level().filter(level.id()::equals).isPresent(),
                                        true))
                                .toList(),
                derived ? sight.level().map(words::level).orElse("–") : "",
                scheme.scopes().stream()
                        .map(scope -> new Choice(
                                scope.id(),
                                words.in(scope.label()),
                                "",
                                asked.scopes().contains(scope.id()),
                                true))
                        .toList(),
                scheme.categories().stream()
                        .map(category -> new Choice(
                                category.id(),
                                words.in(category.label()),
                                "",
                                asked.category().filter(category.id()::equals).isPresent(),
                                true))
                        .toList(),
                facts(words).fields(Stating.ofApplicant(procedure(scheme)), asked.facts()),
                bases(asked),
                scheme.hasNationalSecurity(),
                asked.nationalSecurity(),
                asked.listed());
    }

    private static boolean isLevelDerived(SchemeVersion scheme) {
        return scheme.conduct()
                .filter(conduct -> !conduct.levelRules().isEmpty())
                .isPresent();
    }

    private static Procedure procedure(SchemeVersion scheme) {
        return scheme.conduct().orElseThrow().procedure();
    }

    private FactFields facts(CaseWords words) {
        ZoneId zone = calendar.zone();
        return new FactFields(words, zone);
    }

    /** @throws Refused {@code field-missing}, {@code field-invalid}, {@code value-refused}, {@code visa-unknown} */
    Application application(DossierSight sight, CaseWords words, FormFields fields) {
        Application before = sight.dossier().application();
        Map<String, FactValue> facts = facts(words).read(Stating.ofApplicant(procedure(sight.scheme())), fields);
        Subject subject = Given.made(
                "subject",
                () -> new Subject(
                        fields.optional("kind", LONGEST_ID)
                                .map(kind -> Given.one("kind", kind, SubjectKind.values(), SubjectKind::name))
                                .orElse(before.subject().kind()),
                        fields.text("name", LONGEST_NAME),
                        fields.optional("versions", LONGEST_VERSIONS)));
        return Given.made(
                "application",
                () -> new Application(
                        subject,
                        fields.optional("level", LONGEST_ID),
                        new TreeSet<>(fields.choices("scope")),
                        fields.optional("category", LONGEST_ID),
                        fields.yes("flag"),
                        facts,
                        bases(fields),
                        fields.yes("listed")));
    }

    private Set<VisaId> bases(FormFields fields) {
        List<String> named = fields.optional("bases", LONGEST_BASES).stream()
                .flatMap(text -> Arrays.stream(text.split("[\n,;]")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (named.size() > Application.MAX_BASES) {
            throw Given.invalid("bases", "at most " + Application.MAX_BASES);
        }
        Set<VisaId> bases = new HashSet<>();
        named.forEach(line -> bases.add(visas.named(line).id()));
        return bases;
    }

    private String bases(Application asked) {
        return asked.bases().stream()
                .flatMap(id -> visas.byId(id).stream())
                .map(visa -> visa.slug().value())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
