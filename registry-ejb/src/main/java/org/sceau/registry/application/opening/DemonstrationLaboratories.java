package org.sceau.registry.application.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.KeepLaboratories;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/**
 * Puts two fictional laboratories on record in a demo registry that knows none: one for the highest AVA_VAN on smart cards, one up to
 * AVA_VAN.3 without a technical domain, so that a wrong assignment can be seen refused.
 */
@ApplicationScoped
public class DemonstrationLaboratories {
    private static final Set<SchemeId> CERTIFICATION = Set.of(new SchemeId("eucc"));
    private static final Set<SchemeId> NATIONAL = Set.of(new SchemeId("cspn"), new SchemeId("qual-prod"));
    private static final Set<String> CATEGORIES = Set.of(
            "SMART_CARDS",
            "INTEGRATED_CIRCUITS",
            "HARDWARE_WITH_SECURE_ENCLOSURES",
            "HARDWARE_AND_EMBEDDED_SOFTWARE",
            "SOFTWARE",
            "NETWORK");
    private static final int DAYS_SINCE_FIRST = 400;
    private static final int YEARS = 5;

    private final Settings settings;
    private final KeepLaboratories laboratories;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DemonstrationLaboratories() {
        this(null, null, null);
    }

    @Inject
    public DemonstrationLaboratories(Settings settings, KeepLaboratories laboratories, LegalCalendar calendar) {
        this.settings = settings;
        this.laboratories = laboratories;
        this.calendar = calendar;
    }

    void furnish() {
        if (!settings.isDemo()) {
            return;
        }
        laboratory("Arvor Évaluation", 5, Set.of("smartcards", "hw-security-boxes"));
        laboratory("Laboratoire Oxalis", 3, Set.of());
    }

    /** Adds what is missing by name and by reference, so that a start that was cut short is made good by the next one. */
    private void laboratory(String name, int van, Set<String> domains) {
        Laboratories.Recorded recorded = laboratories.all().stream()
                .filter(there -> there.laboratory().organisation().name().equals(name))
                .findFirst()
                .orElseGet(() -> laboratories.add(Actor.SYSTEM, Organisation.named(name)));
        Set<String> known =
                recorded.laboratory().titles().stream().map(Title::reference).collect(Collectors.toSet());
        Coverage wide = coverage(OptionalInt.empty(), Set.of());
        LaboratoryId id = recorded.laboratory().id();
        long version = recorded.version();
        for (Title title : List.of(
                title(Competence.Title.ACCREDITATION, "DEMO-ACC-" + van, both(), wide),
                title(
                        Competence.Title.AUTHORISATION,
                        "DEMO-AUT-" + van,
                        CERTIFICATION,
                        coverage(OptionalInt.of(van), domains)),
                title(Competence.Title.LICENCE, "DEMO-LIC-" + van, NATIONAL, wide))) {
            if (!known.contains(title.reference())) {
                version = laboratories
                        .entitle(Actor.SYSTEM, id, OptionalLong.of(version), title)
                        .version();
            }
        }
    }

    private Title title(Competence.Title kind, String reference, Set<SchemeId> schemes, Coverage coverage) {
        LocalDate first = calendar.today().minusDays(DAYS_SINCE_FIRST);
        return new Title(
                kind,
                reference,
                "Comité de démonstration",
                schemes,
                first,
                first.plusYears(YEARS).minusDays(1),
                coverage,
                List.of());
    }

    private static Coverage coverage(OptionalInt van, Set<String> domains) {
        return new Coverage(van, domains, Set.of(), CATEGORIES, Set.of(), Set.of());
    }

    private static Set<SchemeId> both() {
        Set<SchemeId> all = new java.util.HashSet<>(CERTIFICATION);
        all.addAll(NATIONAL);
        return all;
    }
}
