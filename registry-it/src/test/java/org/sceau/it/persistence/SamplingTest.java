package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.APPROVER;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.sampling.Sample;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The yearly sample through the use case, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SamplingTest {
    private static final SchemeId EUCC = new SchemeId("eucc");
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("Produits les plus diffusés", Optional.of("Most widely used products")),
            new Criterion("Niveau élevé", Optional.empty()));

    private static final Actor HOLDER = new Actor("m.orvan", "Brume Télécom", Set.of(Role.SPONSOR));

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-11-20T08:00:00Z");
        return house;
    }

    private static String row(int number, String version, String from, String until, String status) {
        return "common-criteria,eucc,%s,EUCC-3090-%s-%04d,Brume Télécom,Routeur %d,1.0,SUBSTANTIAL,NETWORK,%s,%s,%s,yes\n"
                .formatted(version, from.substring(0, 4), number, number, from, until, status);
    }

    private static void imported(House house, String... rows) {
        var job = house.importCsv(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,"
                        + "status_since,listed\n" + String.join("", rows),
                false);
        assertThat(job.counts().refused()).isZero();
    }

    private static String[] rows(int first, int count, String version, String from, String until, String status) {
        String[] rows = new String[count];
        for (int i = 0; i < count; i++) {
            rows[i] = row(first + i, version, from, until, status);
        }
        return rows;
    }

    /** 130 of two versions, a part of them issued before the year. */
    private static List<VisaId> hundredAndThirty(House house) {
        imported(house, rows(1, 60, "2025-01-08", "2025-06-01", "2030-06-01", "in-force,"));
        imported(house, rows(61, 70, "2025-12-29", "2026-03-01", "2031-03-01", "in-force,"));
        List<VisaId> ids = new ArrayList<>();
        house.visas.forEach(visa -> ids.add(visa.id()));
        assertThat(ids).hasSize(130);
        return ids;
    }

    private static Sample draw(House house, Actor actor, long seen, List<VisaId> visas) {
        return house.sampling.draw(
                actor,
                EUCC,
                2026,
                OptionalLong.of(seen),
                new LinkedHashSet<>(visas),
                "Analyse de risques de 2026.",
                CRITERIA);
    }

    /** Scenario S27, through the use case. */
    @ParameterizedTest
    @EnumSource
    void invariant_57_of_130_certificates_five_are_too_few_and_six_are_enough(Database database) {
        House house = house(database);
        List<VisaId> ids = hundredAndThirty(house);
        long entries = house.journal.size();

        Refused small = refusal(() -> draw(house, SUPERVISOR, 0, ids.subList(0, 5)));
        assertThat(small.refusal().code()).isEqualTo("sample-lt-4pct");
        assertThat(small.refusal().details())
                .containsEntry("needed", "6")
                .containsEntry("given", "5")
                .containsEntry("population", "130");
        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(house.sampling.read(SUPERVISOR, EUCC, 2026).needed()).isEqualTo(6);

        Sample sample = draw(house, SUPERVISOR, 0, ids.subList(0, 6));

        assertThat(sample.visas()).containsExactlyInAnyOrderElementsOf(ids.subList(0, 6));
        assertThat(sample.drawings().get(0).criteria()).isEqualTo(CRITERIA);
        assertThat(house.sampling.read(AUDITOR, EUCC, 2026).sample()).isEqualTo(sample);
        assertThat(house.sampling.read(AUDITOR, EUCC, 2026).suffices()).isTrue();
        assertThat(house.sql.list(
                        "select kind from journal where position >= ? order by position",
                        row -> row.getString(1),
                        entries))
                .containsExactly("sample-drawn");

        house.work.look();
        house.work.look();
        assertThat(house.noticing.page(HOLDER, Optional.empty(), 200))
                .extracting(sight -> sight.recorded().notice().kind() + " "
                        + sight.recorded().notice().concern().id() + " "
                        + sight.recorded().notice().text().orElse("-"))
                .as("each holder once, with the criteria")
                .containsExactlyInAnyOrderElementsOf(ids.subList(0, 6).stream()
                        .map(id -> "SAMPLED " + id + " " + words(CRITERIA))
                        .toList());
        assertThat(house.noticing.page(VENDOR, Optional.empty(), 200)).isEmpty();
        assertThat(house.sql.number(
                        "select count(*) from journal where position >= ? and entry like '%Brume%'", entries))
                .isZero();

        draw(house, SUPERVISOR, 1, ids.subList(6, 7));
        house.work.look();
        assertThat(house.noticing.page(HOLDER, Optional.empty(), 200)).hasSize(7);
    }

    private static String words(List<Criterion> criteria) {
        return criteria.stream()
                .map(criterion -> criterion.fr()
                        + criterion.en().map(english -> " / " + english).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_grows_and_never_shrinks(Database database) {
        House house = house(database);
        List<VisaId> ids = hundredAndThirty(house);
        Sample first = draw(house, SUPERVISOR, 0, ids.subList(0, 6));

        assertThat(refused(() -> draw(house, SUPERVISOR, 0, ids.subList(6, 8)))).isEqualTo("concurrent-change");
        assertThat(refused(() -> draw(house, SUPERVISOR, 1, ids.subList(5, 8)))).isEqualTo("sample-visa-twice");
        Sample more = draw(house, SUPERVISOR, 1, ids.subList(6, 8));
        assertThat(more.visas()).hasSize(8).containsAll(first.visas());

        imported(house, rows(200, 75, "2025-12-29", "2026-11-01", "2031-11-01", "in-force,"));
        assertThat(house.sampling.read(SUPERVISOR, EUCC, 2026).needed()).isEqualTo(9);
        assertThat(house.sampling.read(SUPERVISOR, EUCC, 2026).suffices()).isFalse();
        assertThat(refused(() -> house.sampling.draw(
                        SUPERVISOR,
                        EUCC,
                        2026,
                        OptionalLong.of(2),
                        Set.of(new VisaId(UUID.randomUUID())),
                        "Analyse.",
                        CRITERIA)))
                .isEqualTo("sample-visa-outside");
        draw(house, SUPERVISOR, 2, ids.subList(8, 9));
        assertThat(house.sampling.read(SUPERVISOR, EUCC, 2026).suffices()).isTrue();
        assertThat(house.count("sample_version")).isEqualTo(3);
        assertThatThrownBy(() -> house.sql.update("delete from sample_version")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_ended_before_the_year_and_what_is_of_another_scheme_is_not_to_be_sampled(Database database) {
        House house = house(database);
        imported(
                house,
                row(1, "2025-01-08", "2025-03-01", "2025-12-31", "in-force,"),
                row(2, "2025-01-08", "2025-03-01", "2030-03-01", "withdrawn,2025-11-03"),
                row(3, "2025-12-29", "2026-12-24", "2031-12-24", "in-force,"),
                row(4, "2025-01-08", "2025-03-01", "2026-01-01", "in-force,"),
                row(5, "2025-12-29", "2026-02-01", "2031-02-01", "withdrawn,2026-05-04"),
                "common-criteria,cc-fr,2002-535,ANSSI-CC-2025/93,Brume Télécom,Routeur N,1.0,EAL2,NETWORK,2025-01-02,2030-01-02,"
                        + "in-force,,yes\n");
        List<Visa> all = new ArrayList<>();
        house.visas.forEach(all::add);
        assertThat(all).hasSize(6);

        assertThat(house.sampling.read(SUPERVISOR, EUCC, 2026).population()).isEqualTo(2);
        for (Visa visa : all) {
            String reference = visa.facts().reference().text();
            if (!reference.endsWith("0004") && !reference.endsWith("0005")) {
                assertThat(refused(() -> draw(house, SUPERVISOR, 0, List.of(visa.id()))))
                        .as(reference)
                        .isEqualTo("sample-visa-outside");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_a_supervisor_draws_and_nobody_who_issues_under_the_scheme(Database database) {
        House house = house(database);
        List<VisaId> ids = hundredAndThirty(house).subList(0, 6);
        Actor both = new Actor("agnes.roy", DECIDER.organisation(), Set.of(Role.NCCA_SUPERVISOR, Role.DECIDER));

        for (Actor other : List.of(DECIDER, APPROVER, AUDITOR, VENDOR)) {
            assertThat(refused(() -> draw(house, other, 0, ids))).isEqualTo("role-missing");
        }
        assertThat(refused(() -> draw(house, both, 0, ids))).isEqualTo("sod-supervision-issuance");
        assertThat(refused(() -> house.sampling.read(VENDOR, EUCC, 2026))).isEqualTo("role-missing");
        assertThat(refused(() -> house.sampling.read(SUPERVISOR, new SchemeId("nothing"), 2026)))
                .isEqualTo("scheme-unknown");
        assertThat(refused(() -> house.sampling.read(SUPERVISOR, new SchemeId("passi"), 2026)))
                .isEqualTo("scheme-without-sampling");
        for (int year : List.of(2023, 2027)) {
            assertThat(refused(() -> house.sampling.read(SUPERVISOR, EUCC, year)))
                    .isEqualTo("sample-year");
        }
        assertThat(house.count("sample")).isZero();
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "nothing was refused");
    }

    private static String refused(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
