package org.sceau.registry.api.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.VisaId;

/**
 * A dossier to open.
 *
 * @param version   of the scheme; the newest that opens dossiers today when absent
 * @param kind      {@code initial} when absent
 * @param about     id of the visa that a follow-up is about
 * @param developer makes the product, when it is not the applicant
 * @param holder    would hold the visa, when it is not the applicant
 * @param observers organisations that read along, at most 10
 */
@Schema(name = "Opening")
public record OpeningRequest(
        String scheme,
        @Nullable String version,
        @Nullable String kind,
        @Nullable String about,
        ApplicationBody application,
        @Nullable String developer,
        @Nullable String holder,
        List<String> observers) {
    private static final int LONGEST_NAME = 300;
    private static final int MOST_OBSERVERS = 10;

    /** @throws Refused {@code scheme-unknown}, {@code field-invalid}, {@code value-refused}, {@code visa-unknown} */
    OpenDossier.Request request(Schemes schemes, LocalDate today) {
        DossierKind asked =
                kind == null ? DossierKind.INITIAL : Given.one("kind", kind, DossierKind.values(), DossierKind::code);
        if (asked.isFollowUp() != (about != null)) {
            throw Given.invalid(
                    "about", asked.isFollowUp() ? "the visa it is about" : "nothing for a first application");
        }
        if (observers.size() > MOST_OBSERVERS) {
            throw Given.invalid("observers", "at most " + MOST_OBSERVERS);
        }
        SchemeVersionId under = version(schemes, today);
        Optional<SchemeVersion> rules = schemes.version(under);
        return new OpenDossier.Request(
                under,
                asked,
                Optional.ofNullable(about).map(id -> Given.id(id, VisaId::new, "visa-unknown")),
                application.application(rules, "application."),
                name("developer", developer),
                name("holder", holder),
                observers.stream()
                        .map(observer -> Given.text("observers", observer, LONGEST_NAME))
                        .toList());
    }

    private SchemeVersionId version(Schemes schemes, LocalDate today) {
        try {
            if (version != null) {
                return SchemeVersionId.of(scheme, version);
            }
            SchemeId id = new SchemeId(scheme);
            return schemes.opening(id, today)
                    .or(() -> schemes.current(id, today))
                    .map(SchemeVersion::id)
                    .orElseThrow(this::unknown);
        } catch (IllegalArgumentException misshapen) {
            throw unknown();
        }
    }

    private Refused unknown() {
        return Refusal.of("scheme-unknown", Refusal.Kind.INVALID)
                .with("scheme", version == null ? scheme : scheme + "-" + version)
                .asException();
    }

    private static Optional<String> name(String member, @Nullable String given) {
        return Optional.ofNullable(given).map(text -> Given.text(member, text, LONGEST_NAME));
    }
}
