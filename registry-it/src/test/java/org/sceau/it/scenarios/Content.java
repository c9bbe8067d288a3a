package org.sceau.it.scenarios;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Clause;

/**
 * What is to be decided.
 *
 * @param dossier id of the dossier it ends; absent for a decision about a visa alone
 * @param visa    address of the visa it is about
 * @param nationalSecurity whether the flag is granted; otherwise nothing is said of it
 * @param remedy  id of the remedy that nobody proposed in time
 * @param clauses conditions and reservations, in both languages
 */
record Content(
        DecisionKind kind,
        Optional<String> dossier,
        Optional<String> visa,
        LocalDate effective,
        Optional<LocalDate> lastDay,
        Set<String> scopes,
        Optional<String> level,
        Optional<String> versions,
        boolean nationalSecurity,
        Optional<String> remedy,
        List<Clause> clauses) {

    static Content grant(String dossier, LocalDate effective, LocalDate lastDay) {
        return of(DecisionKind.GRANT, effective).on(dossier).until(lastDay);
    }

    static Content renewal(String dossier, LocalDate effective, LocalDate lastDay) {
        return of(DecisionKind.RENEW, effective).on(dossier).until(lastDay);
    }

    static Content about(DecisionKind kind, String visa, LocalDate effective) {
        Content content = of(kind, effective);
        return new Content(
                content.kind,
                content.dossier,
                Optional.of(visa),
                effective,
                content.lastDay,
                content.scopes,
                content.level,
                content.versions,
                content.nationalSecurity,
                content.remedy,
                content.clauses);
    }

    private static Content of(DecisionKind kind, LocalDate effective) {
        return new Content(
                kind,
                Optional.empty(),
                Optional.empty(),
                effective,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
    }

    Content on(String dossierId) {
        return new Content(
                kind,
                Optional.of(dossierId),
                visa,
                effective,
                lastDay,
                scopes,
                level,
                versions,
                nationalSecurity,
                remedy,
                clauses);
    }

    Content until(LocalDate day) {
        return new Content(
                kind,
                dossier,
                visa,
                effective,
                Optional.of(day),
                scopes,
                level,
                versions,
                nationalSecurity,
                remedy,
                clauses);
    }

    Content keeping(Set<String> kept) {
        return new Content(
                kind, dossier, visa, effective, lastDay, kept, level, versions, nationalSecurity, remedy, clauses);
    }

    Content atLevel(String granted) {
        return new Content(
                kind,
                dossier,
                visa,
                effective,
                lastDay,
                scopes,
                Optional.of(granted),
                versions,
                nationalSecurity,
                remedy,
                clauses);
    }

    Content forVersions(String exact) {
        return new Content(
                kind,
                dossier,
                visa,
                effective,
                lastDay,
                scopes,
                level,
                Optional.of(exact),
                nationalSecurity,
                remedy,
                clauses);
    }

    /** Granted with the flag of national security. */
    Content forNationalSecurity() {
        return new Content(kind, dossier, visa, effective, lastDay, scopes, level, versions, true, remedy, clauses);
    }

    /** Because a remedy was not proposed in time. */
    Content because(String remedyId) {
        return new Content(
                kind,
                dossier,
                visa,
                effective,
                lastDay,
                scopes,
                level,
                versions,
                nationalSecurity,
                Optional.of(remedyId),
                clauses);
    }

    /** Under conditions, and with reservations. */
    Content under(Clause... asked) {
        return new Content(
                kind,
                dossier,
                visa,
                effective,
                lastDay,
                scopes,
                level,
                versions,
                nationalSecurity,
                remedy,
                List.of(asked));
    }
}
