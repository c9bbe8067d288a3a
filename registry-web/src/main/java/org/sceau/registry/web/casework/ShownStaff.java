package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.web.form.FormFields;

/**
 * Who and what is shown as evidence: one form adds, another takes away. The use case replaces the whole on the version that was seen, so that
 * nothing of what another changed meanwhile is lost.
 */
@RequestScoped
public class ShownStaff {
    static final Set<String> ACTS = Set.of("person", "person-out", "contract", "contract-out");

    private static final int LONGEST_NAME = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HandleDossier handling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NamedVisas visas;

    /** @throws org.sceau.registry.domain.refusal.Refused as the use case does, and {@code field-missing}, {@code field-invalid}, {@code visa-unknown} */
    void perform(String act, Actor actor, DossierId id, FormFields fields) {
        DossierSight sight = dossiers.one(actor, id, Optional.empty());
        Dossier dossier = sight.dossier();
        List<Assignment> staff = new ArrayList<>(dossier.staff());
        List<Subcontract> contracts = new ArrayList<>(dossier.subcontracts());
        switch (act) {
            case "person" -> add(act, staff, History.MAX_ITEMS, person(sight.scheme(), fields));
            case "contract" -> add(act, contracts, Dossier.MAX_SUBCONTRACTS, contract(sight.scheme(), fields));
            case "person-out" -> take(staff, dossier, fields);
            default -> take(contracts, dossier, fields);
        }
        handling.showStaff(actor, id, OptionalLong.of(fields.number("seen")), staff, contracts);
    }

    private static <T> void add(String field, List<T> all, int most, T one) {
        if (all.size() >= most) {
            throw Given.invalid(field, "at most " + most);
        }
        all.add(one);
    }

    /** What another took away meanwhile is not missed here: the version that was seen says so. */
    private static void take(List<?> all, Dossier dossier, FormFields fields) {
        int at = fields.number("at");
        if (at < all.size()) {
            all.remove(at);
        } else if (fields.number("seen") == dossier.version()) {
            throw Given.invalid("at", "0-" + (all.size() - 1));
        }
    }

    private static Assignment person(SchemeVersion scheme, FormFields fields) {
        return new Assignment(
                fields.text("person", LONGEST_NAME),
                activity(scheme, fields),
                fields.day("engagedOn"),
                attestation(fields),
                fields.optional("trainee", LONGEST_NAME)
                        .map(does -> Given.one("trainee", does, Assignment.Trainee.values(), Coded::of)),
                fields.yes("leads") ? Optional.of(Assignment.Duty.LEADS_TEAM) : Optional.empty());
    }

    /** All three of its fields, or none. */
    private static Optional<Assignment.Attestation> attestation(FormFields fields) {
        boolean none = fields.optional("attestation", LONGEST_NAME).isEmpty()
                && fields.optionalDay("attestedFrom").isEmpty()
                && fields.optionalDay("attestedUntil").isEmpty();
        return none
                ? Optional.empty()
                : Optional.of(new Assignment.Attestation(
                        fields.text("attestation", LONGEST_NAME),
                        fields.day("attestedFrom"),
                        fields.day("attestedUntil")));
    }

    private Subcontract contract(SchemeVersion scheme, FormFields fields) {
        return new Subcontract(
                activity(scheme, fields),
                visas.named(fields.text("visa", LONGEST_NAME)).id(),
                fields.optionalDay("contractedOn"),
                fields.optional("agreedIn", LONGEST_NAME));
    }

    private static String activity(SchemeVersion scheme, FormFields fields) {
        String[] known = scheme.scopes().stream().map(scope -> scope.id()).toArray(String[]::new);
        return Given.one("activity", fields.choice("activity"), known, id -> id);
    }
}
