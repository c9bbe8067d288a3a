package org.sceau.it.wall;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.persistence.Matters;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.inviting.Profiles;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.Description;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** A registry on PostgreSQL in which one vendor has something of everything, and another one a dossier of its own. */
final class Estate {
    static final Actor HANDLER = new Actor("y.prigent", "Autorité de démonstration", Set.of(Role.COMPLAINT_HANDLER));
    /** Tables of visas: listed ones are public, and whoever is known may have to see others. */
    static final Set<String> VISAS =
            Set.of("visa", "visa_version", "visa_day", "visa_relation", "visa_end", "certificate");

    final House house;
    final Dossier dossier;
    final Dossier others;
    final Visa visa;
    final VulnerabilityRecord vulnerability;
    final Complaint complaint;

    Estate(Path home) {
        house = House.on(Database.POSTGRESQL, home);
        house.clock.set("2026-04-07T08:00:00Z");
        for (Actor actor : List.of(VENDOR, OTHER_VENDOR, CERTIFIER, HANDLER)) {
            house.account(actor);
        }
        Matters matters = new Matters(house);
        visa = matters.granted(matters.arvor());
        dossier = matters.submitted();
        others = house.opening.open(OTHER_VENDOR, Matters.request(Matters.card(5)));
        vulnerability = vulnerability();
        complaint = complaint();
        assertThatThrownBy(() -> house.reading.one(OTHER_VENDOR, dossier.id(), Optional.empty()))
                .isInstanceOf(Refused.class);
        house.remedying.ask(
                CERTIFIER,
                visa.id(),
                Remedy.Ground.NON_CONFORMITY,
                "La version livrée diffère.",
                LocalDate.parse("2026-04-20"));
        house.sampling.draw(
                SUPERVISOR,
                new SchemeId("eucc"),
                2026,
                OptionalLong.of(0),
                Set.of(visa.id()),
                "Analyse de risques de 2026.",
                List.of(new Criterion("Produits à forte diffusion", Optional.empty())));
        house.clock.set("2026-04-21T08:00:00Z");
        house.work.look();
        house.database.inNew(() -> {
            house.profiles.put(
                    house.accounts.byUsername(VENDOR.name()).orElseThrow().id(),
                    new Profiles.Profile("Hugo Cardé", "h.carde@halcyon.example", "fr"));
            return visa;
        });
    }

    private VulnerabilityRecord vulnerability() {
        VulnerabilityRecord reported = house.reporting
                .report(
                        VENDOR,
                        new ReportVulnerability.Request(
                                Source.HOLDER,
                                Set.of(visa.id()),
                                new Description(
                                        "Dérive de l’horloge",
                                        "La puce accepte une horloge hors de ses bornes.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty()))
                .record();
        house.compartments.write(VENDOR, reported.id(), Compartment.EXPLOITATION, OptionalLong.of(0), "Ainsi.");
        return house.notifying
                .tell(CERTIFIER, reported.id(), OptionalLong.of(reported.version()), Addressee.HOLDER, Optional.empty())
                .record();
    }

    private Complaint complaint() {
        Complaint filed = house.filing.file(
                VENDOR,
                new FileComplaint.Request(
                        Filing.Kind.COMPLAINT,
                        new Contested.Dossier(dossier.id()),
                        "Le délai est dépassé.",
                        Optional.empty(),
                        Optional.empty()));
        return house.complaining.assign(HANDLER, filed.id(), OptionalLong.of(filed.version()), HANDLER.name());
    }

    /** Every table with a policy, as the database itself says. */
    List<String> walled() {
        return house.sql.list(
                "select distinct tablename from pg_policies where schemaname = 'public' order by tablename",
                row -> row.getString(1));
    }

    void close() {
        house.closeIndex();
    }
}
