package org.sceau.registry.infrastructure.settings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.laboratory.Ceiling;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.Restriction;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;

/** Reads who issues here, and what it was given, from the operator file. */
final class IssuingBody {
    private static final String BODY = "certificationBody";
    private static final String ENTITLEMENTS = "entitlements";

    private IssuingBody() {}

    /** Files written before bodies were named name none. */
    static CertificationBody of(Members root) {
        if (!root.has(BODY)) {
            return CertificationBody.FICTIONAL;
        }
        Members body = root.part(BODY);
        String number = body.text("number");
        String authority = body.text("authority");
        if (!authority.matches("true|false")) {
            throw body.wrong("authority is true or false");
        }
        List<Members> rows = body.parts(ENTITLEMENTS);
        body.nothingLeft();
        List<Entitlement> entitlements =
                rows.stream().map(IssuingBody::entitlement).toList();
        try {
            return accepted(body, () -> new CertificationBody(number, Boolean.parseBoolean(authority), entitlements));
        } catch (Refused refused) {
            throw outliving(refused.refusal(), entitlements, rows).wrong(said(refused.refusal()));
        }
    }

    private static Entitlement entitlement(Members row) {
        try {
            Entitlement.Kind kind = kind(row);
            Entitlement entitlement = accepted(
                    row,
                    () -> new Entitlement(
                            kind,
                            row.text("reference"),
                            row.words("schemes").stream().map(SchemeId::new).collect(Collectors.toSet()),
                            row.has("levels") ? row.words("levels") : Set.of(),
                            row.has("categories") ? row.words("categories") : Set.of(),
                            row.day("from"),
                            until(row),
                            row.parts("suspensions").stream()
                                    .map(IssuingBody::suspension)
                                    .toList(),
                            row.parts("restrictions").stream()
                                    .map(IssuingBody::restriction)
                                    .toList(),
                            new Ceiling(highestVan(row), domains(row)),
                            issuer(kind, row)));
            row.nothingLeft();
            return entitlement;
        } catch (Refused refused) {
            throw row.wrong(said(refused.refusal()));
        }
    }

    private static Entitlement.Kind kind(Members row) {
        String kind = row.text("kind");
        return Arrays.stream(Entitlement.Kind.values())
                .filter(known -> Coded.of(known).equals(kind))
                .findFirst()
                .orElseThrow(() -> row.wrong("kind is accreditation, notification, authorisation or delegation"));
    }

    /** Who accredits is on the record of a body ((EU) 2024/3143, Annex); the authority gives all else. */
    private static Optional<String> issuer(Entitlement.Kind kind, Members row) {
        return kind == Entitlement.Kind.ACCREDITATION || row.has("issuer")
                ? Optional.of(row.text("issuer"))
                : Optional.empty();
    }

    private static OptionalInt highestVan(Members row) {
        if (!row.has("highestVan")) {
            return OptionalInt.empty();
        }
        String highest = row.text("highestVan");
        if (!highest.matches("[1-5]")) {
            throw row.wrong("highestVan is a number from 1 to 5");
        }
        return OptionalInt.of(Integer.parseInt(highest));
    }

    private static Set<String> domains(Members row) {
        return row.has("technicalDomains") ? row.words("technicalDomains") : Set.of();
    }

    /** A member that says nothing is a mistake, not a body that is entitled for ever. */
    private static Optional<LocalDate> until(Members row) {
        return row.has("until") ? Optional.of(row.day("until")) : Optional.empty();
    }

    private static Suspension suspension(Members row) {
        Suspension suspension = accepted(row, () -> new Suspension(row.day("from"), until(row), row.text("reason")));
        row.nothingLeft();
        return suspension;
    }

    private static Restriction restriction(Members row) {
        Restriction restriction = accepted(
                row,
                () -> new Restriction(
                        row.day("from"),
                        until(row),
                        new Coverage(
                                highestVan(row),
                                domains(row),
                                Set.of(),
                                row.words("categories"),
                                Set.of(),
                                row.words("levels")),
                        row.text("reason")));
        row.nothingLeft();
        return restriction;
    }

    /** @throws CannotStart saying where the domain refuses what stands there */
    private static <T> T accepted(Members row, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw row.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The first row of the authorisation that the body may not have. */
    private static Members outliving(Refusal refusal, List<Entitlement> entitlements, List<Members> rows) {
        int row = 0;
        while (entitlements.get(row).kind() != Entitlement.Kind.AUTHORISATION
                || !entitlements.get(row).reference().equals(refusal.details().get("authorisation"))) {
            row++;
        }
        return rows.get(row);
    }

    private static String said(Refusal refusal) {
        return refusal.code() + ": " + new TreeMap<>(refusal.details());
    }
}
