package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/** Fictional bodies: who issues is accredited and notified for years. Of the laboratories, Arvor Évaluation goes to AVA_VAN.5 on smart cards, Laboratoire Oxalis to AVA_VAN.3 without a domain. */
public final class Laboratories {
    private static final Set<String> CATEGORIES = Set.of("SMART_CARDS", "SOFTWARE", "NETWORK");

    private Laboratories() {}

    /** The authority as issuer: accredited for two spans of five years without a gap, and notified. */
    public static CertificationBody authority() {
        return new CertificationBody("9990", true, credentials().toList());
    }

    /** A body that is not the authority, as accredited and notified as the authority is, and given this besides. */
    public static CertificationBody body(Entitlement... entitlements) {
        return new CertificationBody(
                "9991",
                false,
                Stream.concat(credentials(), Stream.of(entitlements)).toList());
    }

    /** A body with nothing but this. */
    public static CertificationBody bareBody(Entitlement... entitlements) {
        return new CertificationBody("9991", false, List.of(entitlements));
    }

    private static Stream<Entitlement> credentials() {
        return Stream.of(accredited("2024-01-01", "2028-12-31"), accredited("2029-01-01", "2033-12-31"), notified());
    }

    /** Accredited under EUCC and CSPN, for the categories of the laboratories. */
    public static Entitlement accredited(String from, String until, String... levels) {
        return entitlement(Entitlement.Kind.ACCREDITATION, Set.of(levels), CATEGORIES, from, Optional.of(until));
    }

    /** Notified from 1 Jan 2024 on. */
    public static Entitlement notified() {
        return entitlement(Entitlement.Kind.NOTIFICATION, Set.of(), Set.of(), "2024-01-01", Optional.empty());
    }

    private static Entitlement entitlement(
            Entitlement.Kind kind, Set<String> levels, Set<String> categories, String from, Optional<String> until) {
        return new Entitlement(
                kind,
                kind + "-1",
                Set.of(new SchemeId("eucc"), new SchemeId("eucc-pp"), new SchemeId("cspn")),
                levels,
                categories,
                LocalDate.parse(from),
                until.map(LocalDate::parse),
                List.of(),
                List.of());
    }

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

    /** Issued or reviewed under the criteria of EUCC from 8 Jul 2025 on. */
    public static Title accreditation(String reference, String from, String until) {
        return accreditation(reference, from, until, Optional.of("1.6c"));
    }

    /** @param criteria version that is on record; absent where nobody recorded it */
    public static Title accreditation(String reference, String from, String until, Optional<String> criteria) {
        return new Title(
                Competence.Title.ACCREDITATION,
                reference,
                "Comité fictif d'accréditation",
                Set.of(new SchemeId("eucc"), new SchemeId("cspn")),
                LocalDate.parse(from),
                LocalDate.parse(until),
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), CATEGORIES, Set.of(), Set.of()),
                List.of(),
                List.of(),
                criteria);
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
