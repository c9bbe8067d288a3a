package org.sceau.registry.api.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/**
 * What is asked for, as it is sent and as it is shown.
 *
 * @param nationalSecurity false when absent
 * @param facts            what the scheme lets an application declare, by id
 * @param bases            ids of visas this one would rest on
 * @param listed           whether the holder agrees to be listed; false when absent, since nobody agrees by silence
 */
@Schema(name = "Application")
public record ApplicationBody(
        SubjectBody subject,
        @Nullable String level,
        List<String> scopes,
        @Nullable String category,
        @Nullable Boolean nationalSecurity,
        Map<String, Object> facts,
        List<String> bases,
        @Nullable Boolean listed) {
    private static final int LONGEST_ID = 100;
    private static final int MOST_SCOPES = 200;

    /** @param kind such as PRODUCT or SERVICE */
    @Schema(name = "Subject")
    public record SubjectBody(
            String kind, String name, @Nullable String versions) {}

    /**
     * @param scheme the version it is asked under; absent when nobody knows it, which the use case says
     * @throws org.sceau.registry.domain.refusal.Refused {@code field-invalid}, {@code value-refused}, {@code visa-unknown}
     */
    Application application(Optional<SchemeVersion> scheme, String at) {
        Subject about = Given.made(
                at + "subject",
                () -> new Subject(
                        Given.one(at + "subject.kind", subject.kind(), SubjectKind.values(), SubjectKind::name),
                        Given.text(at + "subject.name", subject.name(), 600),
                        Optional.ofNullable(subject.versions())));
        if (scopes.size() > MOST_SCOPES) {
            throw Given.invalid(at + "scopes", "at most " + MOST_SCOPES);
        }
        scopes.forEach(scope -> Given.text(at + "scopes", scope, LONGEST_ID));
        Set<VisaId> rests = new HashSet<>();
        bases.forEach(base -> rests.add(Given.id(base, VisaId::new, "visa-unknown")));
        return Given.made(
                at + "application",
                () -> new Application(
                        about,
                        Optional.ofNullable(level).map(text -> Given.text(at + "level", text, LONGEST_ID)),
                        new TreeSet<>(scopes),
                        Optional.ofNullable(category).map(text -> Given.text(at + "category", text, LONGEST_ID)),
                        Boolean.TRUE.equals(nationalSecurity),
                        Facts.of(facts, scheme, at + "facts"),
                        rests,
                        Boolean.TRUE.equals(listed)));
    }

    static ApplicationBody of(Application application, SchemeVersion scheme) {
        Subject subject = application.subject();
        return new ApplicationBody(
                new SubjectBody(
                        subject.kind().name(),
                        subject.name(),
                        subject.versions().orElse(null)),
                application.level().orElse(null),
                List.copyOf(application.scopes()),
                application.category().orElse(null),
                application.nationalSecurity(),
                Facts.shown(application.facts(), scheme),
                application.bases().stream().map(VisaId::toString).sorted().collect(Collectors.toList()),
                application.listed());
    }
}
