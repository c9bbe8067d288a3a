package org.sceau.registry.api.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.decision.Advice;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.VisaId;

/**
 * All that a proposal says, as it is sent and as it is shown.
 *
 * @param dossierVersion version of the dossier it is based on; asked with a dossier, and only then
 * @param visaVersion    the same of the visa
 * @param effective      legal day from which it holds
 * @param lastDay        of the validity granted, or of the suspension
 * @param correction     asked by a correction, and only by it
 * @param recommendation optimal, moderate, critical or by-rule; asked by advice, and only by it
 * @param agrement       the approval for marked information granted beside it: diffusion-restreinte, eu-restricted or nato-restricted
 * @param remedy         id of the remedy that is the ground of a suspension or a withdrawal
 * @param reasonCodes    categories of the reasons, as the scheme knows them for this kind of decision
 */
@Schema(name = "DecisionContent")
public record ContentBody(
        String kind,
        @Nullable String dossier,
        @Nullable Long dossierVersion,
        @Nullable String visa,
        @Nullable Long visaVersion,
        LocalDate effective,
        @Nullable LocalDate lastDay,
        @Nullable String reasons,
        @Nullable String actions,
        List<String> scopes,
        @Nullable String level,
        @Nullable String versions,
        @Nullable Boolean nationalSecurity,
        List<ClauseBody> clauses,
        @Nullable CorrectionBody correction,
        @Nullable String recommendation,
        @Nullable String agrement,
        @Nullable String remedy,
        List<String> reasonCodes) {
    private static final Advice[] ADVICE = Stream.concat(
                    Stream.of(Recommendation.values()).map(Advice::of), Stream.of(Advice.BY_RULE))
            .toArray(Advice[]::new);

    /** @param kind CONDITION or RESERVATION */
    @Schema(name = "Clause")
    public record ClauseBody(
            String kind, String fr, @Nullable String en) {}

    /**
     * What a correction puts right: at least one of them.
     *
     * @param listed whether the supplier consents to be listed
     */
    @Schema(name = "Correction")
    public record CorrectionBody(
            @Nullable String name,
            @Nullable String versions,
            @Nullable String category,
            @Nullable String region,
            @Nullable Boolean listed) {
        private Correction correction() {
            return Given.made(
                    "correction",
                    () -> new Correction(
                            Optional.ofNullable(name),
                            Optional.ofNullable(versions),
                            Optional.ofNullable(category),
                            Optional.ofNullable(region),
                            Optional.ofNullable(listed)));
        }

        private static CorrectionBody of(Correction correction) {
            return new CorrectionBody(
                    correction.name().orElse(null),
                    correction.versions().orElse(null),
                    correction.category().orElse(null),
                    correction.region().orElse(null),
                    correction.listed().orElse(null));
        }
    }

    /**
     * @throws org.sceau.registry.domain.refusal.Refused {@code field-missing}, {@code field-invalid}, {@code value-refused}, {@code
     *     dossier-unknown}, {@code visa-unknown}
     */
    DecisionContent content() {
        DecisionKind decided = Given.one("kind", kind, DecisionKind.values(), DecisionKind::code);
        long onDossier = version("dossier", dossier, "dossierVersion", dossierVersion);
        long onVisa = version("visa", visa, "visaVersion", visaVersion);
        List<Clause> decidedClauses = clauses.stream()
                .map(clause -> Given.made(
                        "clauses",
                        () -> new Clause(
                                Given.one("clauses.kind", clause.kind(), Clause.Kind.values(), Clause.Kind::name),
                                clause.fr(),
                                Optional.of(english(clause)))))
                .toList();
        Optional<Correction> corrected = Optional.ofNullable(correction).map(CorrectionBody::correction);
        Optional<Advice> advice = Optional.ofNullable(recommendation)
                .map(code -> Given.one("recommendation", code, ADVICE, Advice::code));
        Optional<Agrement> approved =
                Optional.ofNullable(agrement).map(code -> Given.one("agrement", code, Agrement.values(), Coded::of));
        scopes.forEach(scope -> Given.text("scopes", scope, 100));
        reasonCodes.forEach(code -> Given.text("reasonCodes", code, 100));
        return Given.made(
                "content",
                () -> new DecisionContent(
                        decided,
                        Optional.ofNullable(dossier).map(id -> Given.id(id, DossierId::new, "dossier-unknown")),
                        onDossier,
                        Optional.ofNullable(visa).map(id -> Given.id(id, VisaId::new, "visa-unknown")),
                        onVisa,
                        effective,
                        Optional.ofNullable(lastDay),
                        Optional.ofNullable(reasons),
                        Optional.ofNullable(actions),
                        new TreeSet<>(scopes),
                        Optional.ofNullable(level).map(id -> Given.text("level", id, 100)),
                        Optional.ofNullable(versions),
                        Optional.ofNullable(nationalSecurity),
                        decidedClauses,
                        corrected,
                        advice,
                        approved,
                        Optional.ofNullable(remedy).map(id -> Given.id(id, RemedyId::new, "remedy-unknown")),
                        new TreeSet<>(reasonCodes)));
    }

    /** What is decided here speaks both languages; a clause in one is printed by a source. */
    private static String english(ClauseBody clause) {
        if (clause.en() == null) {
            throw Given.missing("clauses.en");
        }
        return clause.en();
    }

    private static long version(String of, @Nullable String id, String member, @Nullable Long version) {
        if (id == null) {
            if (version != null) {
                throw Given.missing(of);
            }
            return 0;
        }
        if (version == null) {
            throw Given.missing(member);
        }
        return version;
    }

    static ContentBody of(DecisionContent content) {
        return new ContentBody(
                content.kind().code(),
                content.dossier().map(DossierId::toString).orElse(null),
                content.dossier().isPresent() ? content.dossierVersion() : null,
                content.visa().map(VisaId::toString).orElse(null),
                content.visa().isPresent() ? content.visaVersion() : null,
                content.effective(),
                content.lastDay().orElse(null),
                content.reasons().orElse(null),
                content.actions().orElse(null),
                List.copyOf(content.scopes()),
                content.level().orElse(null),
                content.versions().orElse(null),
                content.nationalSecurity().orElse(null),
                content.clauses().stream()
                        .map(clause -> new ClauseBody(
                                clause.kind().name(), clause.fr(), clause.en().orElse(null)))
                        .toList(),
                content.correction().map(CorrectionBody::of).orElse(null),
                content.advice().map(Advice::code).orElse(null),
                content.agrement().map(Coded::of).orElse(null),
                content.remedy().map(RemedyId::toString).orElse(null),
                List.copyOf(content.reasonCodes()));
    }
}
