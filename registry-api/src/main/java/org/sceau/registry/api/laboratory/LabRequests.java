package org.sceau.registry.api.laboratory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Restriction;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/** What is sent about laboratories. */
final class LabRequests {
    private LabRequests() {}

    /**
     * @param siren nine digits of the French business register, when known
     * @param kind  evaluation-facility, as when absent, or certification-centre
     */
    @Schema(name = "NewLaboratory")
    record Lab(
            String name, @Nullable String siren, @Nullable String kind) {
        Laboratory.Kind known() {
            return kind == null
                    ? Laboratory.Kind.EVALUATION_FACILITY
                    : Given.one("kind", kind, Laboratory.Kind.values(), Coded::of);
        }

        Organisation organisation() {
            return Given.made(
                    "name", () -> new Organisation(Given.text("name", name, 300), Optional.ofNullable(siren)));
        }
    }

    /** @param kind evaluation-facility or certification-centre */
    @Schema(name = "LaboratoryKind")
    record Declared(String kind) {
        Laboratory.Kind known() {
            return Given.one("kind", kind, Laboratory.Kind.values(), Coded::of);
        }
    }

    /**
     * @param kind     accreditation, authorisation or licence
     * @param schemes  ids of the schemes it is for
     * @param coverage what it covers; what is absent covers nothing of its kind
     * @param criteria version of the criteria it was issued, or reviewed since, under; absent where it is not known
     */
    @Schema(name = "NewTitle")
    record NewTitle(
            String kind,
            String reference,
            String issuer,
            List<String> schemes,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable Covered coverage,
            @Nullable String criteria) {
        Title title() {
            Competence.Title known = Given.one("kind", kind, Competence.Title.values(), Coded::of);
            Set<SchemeId> ids = Given.made(
                    "schemes", () -> schemes.stream().map(SchemeId::new).collect(Collectors.toSet()));
            return Given.made(
                    "title",
                    () -> new Title(
                            known,
                            Given.text("reference", reference, 100),
                            Given.text("issuer", issuer, 300),
                            ids,
                            firstDay,
                            lastDay,
                            coverage == null ? Coverage.NOTHING : coverage.coverage(),
                            List.of(),
                            List.of(),
                            Optional.ofNullable(criteria)
                                    .map(version -> Given.text("criteria", version, Title.MAX_CRITERIA))));
        }
    }

    /**
     * @param highestVan       highest AVA_VAN component, 1 to 5
     * @param nationalSecurity whether it is for the needs of national security; not, when absent
     */
    @Schema(name = "Coverage")
    record Covered(
            @Nullable Long highestVan,
            List<String> technicalDomains,
            List<String> protectionProfiles,
            List<String> categories,
            List<String> scopes,
            List<String> levels,
            @Nullable Boolean nationalSecurity) {
        Coverage coverage() {
            if (highestVan != null && (highestVan < 1 || highestVan > 5)) {
                throw Given.invalid("coverage.highestVan", "1 to 5");
            }
            return Given.made(
                    "coverage",
                    () -> new Coverage(
                            highestVan == null ? OptionalInt.empty() : OptionalInt.of(highestVan.intValue()),
                            new HashSet<>(technicalDomains),
                            new HashSet<>(protectionProfiles),
                            new HashSet<>(categories),
                            new HashSet<>(scopes),
                            new HashSet<>(levels),
                            Boolean.TRUE.equals(nationalSecurity)
                                    ? Set.of(Coverage.Purpose.NATIONAL_SECURITY)
                                    : Set.of()));
        }
    }

    /** @param from first day on which the title holds again, or covers all of it again */
    @Schema(name = "Lifting")
    record Lifting(String title, LocalDate from) {}

    /**
     * @param title    reference of the title
     * @param until    last day; absent while it is open
     * @param coverage what is left of it on these days; what is absent is not covered
     */
    @Schema(name = "NewRestriction")
    record NewRestriction(
            String title, LocalDate from, @Nullable LocalDate until, Covered coverage, String reason) {
        Restriction restriction() {
            return Given.made(
                    "restriction",
                    () -> new Restriction(
                            from, Optional.ofNullable(until), coverage.coverage(), Given.text("reason", reason, 500)));
        }
    }

    /**
     * @param title reference of the title
     * @param until last day; absent while it is open
     */
    @Schema(name = "NewSuspension")
    record NewSuspension(
            String title, LocalDate from, @Nullable LocalDate until, String reason) {
        Suspension suspension() {
            return Given.made(
                    "suspension",
                    () -> new Suspension(from, Optional.ofNullable(until), Given.text("reason", reason, 500)));
        }
    }
}
