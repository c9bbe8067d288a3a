package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/** Fictional laboratories: Arvor Évaluation goes to AVA_VAN.5 on smart cards, Laboratoire Oxalis to AVA_VAN.3 without a domain. */
public final class Laboratories {
    private static final Set<String> CATEGORIES = Set.of("SMART_CARDS", "SOFTWARE", "NETWORK");

    private Laboratories() {}

    /** Accredited to 30 Sep 2026, or to another day. */
    public static Laboratory arvor(String accreditedUntil) {
        return laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1")
                .with(accreditation("ACC-ARVOR", "2022-10-01", accreditedUntil))
                .with(authorisation("AUT-ARVOR", accreditedUntil, 5, Set.of("smartcards")));
    }

    public static Laboratory oxalis() {
        return laboratory("Laboratoire Oxalis", "00000000-0000-4000-8000-0000000000b2")
                .with(accreditation("ACC-OXALIS", "2023-01-01", "2027-12-31"))
                .with(authorisation("AUT-OXALIS", "2027-12-31", 3, Set.of()));
    }

    public static Laboratory laboratory(String name, String id) {
        return new Laboratory(
                new LaboratoryId(UUID.fromString(id)),
                Organisation.named(name),
                Laboratory.Kind.EVALUATION_FACILITY,
                List.of());
    }

    public static Title accreditation(String reference, String from, String until) {
        return new Title(
                Competence.Title.ACCREDITATION,
                reference,
                "Comité fictif d'accréditation",
                Set.of(new SchemeId("eucc"), new SchemeId("cspn")),
                LocalDate.parse(from),
                LocalDate.parse(until),
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), CATEGORIES, Set.of(), Set.of()),
                List.of());
    }

    public static Title authorisation(String reference, String until, int van, Set<String> domains) {
        return new Title(
                Competence.Title.AUTHORISATION,
                reference,
                "Autorité de démonstration",
                Set.of(new SchemeId("eucc")),
                LocalDate.parse("2025-03-01"),
                LocalDate.parse(until),
                new Coverage(OptionalInt.of(van), domains, Set.of(), CATEGORIES, Set.of(), Set.of()),
                List.of());
    }
}
