package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** Who finds a visa that was granted here, with and without its supplier's consent to be listed (catalogue p. 4). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentTest {
    private static final FamilyId CSPN = new FamilyId("cspn");
    private static final String NAME = "Serrure Libre";

    @TempDir
    Path home;

    private House house;
    private Matters matters;

    private void open(Database database) {
        house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.catalogue.open();
        matters = new Matters(house);
    }

    @AfterEach
    void close() {
        house.closeIndex();
    }

    /** A CSPN certificate of a lock. */
    private Visa lock(boolean listed) {
        LaboratoryId arvor = matters.arvor();
        house.keeping.entitle(
                SUPERVISOR, arvor, OptionalLong.of(3), Matters.title(Competence.Title.LICENCE, OptionalInt.empty()));
        Dossier dossier = house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        SchemeVersionId.of("cspn", "1.1"),
                        DossierKind.INITIAL,
                        Optional.empty(),
                        application(listed),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        for (String paper : List.of("APPLICATION", "SECURITY_TARGET", "EVALUATION_FILE")) {
            dossier = matters.deposit(VENDOR, dossier, paper);
        }
        dossier = matters.step(VENDOR, dossier, "submit");
        dossier = matters.step(CERTIFIER, dossier, "admit");
        dossier = house.handling.assign(CERTIFIER, dossier.id(), Matters.seen(dossier), List.of(arvor));
        dossier = house.handling.state(
                EVALUATOR, dossier.id(), Matters.seen(dossier), Map.of("planned-days", new FactValue.Whole(25)));
        dossier = matters.step(CERTIFIER, dossier, "accept");
        dossier = matters.deposit(EVALUATOR, dossier, "EVALUATION_TECHNICAL_REPORT");
        for (String type : List.of("conformity", "effectiveness", "host-impact", "laboratory-conclusion")) {
            dossier = matters.conclude(EVALUATOR, dossier, type);
        }
        dossier = matters.step(EVALUATOR, dossier, "deliver-report");
        dossier = matters.step(CERTIFIER, dossier, "start-review");
        dossier = matters.deposit(REVIEWER, dossier, "REVIEW_REPORT");
        dossier = matters.conclude(REVIEWER, dossier, "review-conclusion");
        dossier = matters.deposit(CERTIFIER, dossier, "CERTIFICATION_REPORT");
        dossier = matters.step(REVIEWER, dossier, "conclude-review");
        return decide(matters.grant(dossier, 3));
    }

    private static Application application(boolean listed) {
        return new Application(
                new Subject(SubjectKind.PRODUCT, NAME, Optional.of("2.1")),
                Optional.empty(),
                Set.of(),
                Optional.of("SOFTWARE"),
                false,
                Map.of(
                        "cryptography", new FactValue.Flag(false),
                        "recognised-certificate", new FactValue.Flag(false),
                        "bsz-excluded", new FactValue.Flag(false)),
                Set.of(),
                listed);
    }

    /** A visa of another holder, which is listed: its family has a list. */
    private void another(FamilyId family) {
        house.importCsv(ImportTest.ONE_ROW.replace("Halcyon Cards", "Brume Télécom"), false);
        house.issuing.issueDue();
        assertThat(house.lists.current(family)).isPresent();
    }

    private Visa decide(DecisionContent content) {
        return approve(house.deciding.propose(DECIDER, content));
    }

    private Visa approve(Proposal proposal) {
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private DecisionContent consent(Visa visa, boolean listed) {
        return matters.about(DecisionKind.CORRECT, visa, Optional.empty()).correcting(Correction.ofConsent(listed));
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal()
                .code();
    }

    /** Whether a reader finds it: the same by every way there is, and in the newest issue of the list of its family. */
    private boolean isFound(Visa visa) throws Exception {
        house.issuing.issueDue();
        house.catalogue.catchUp();
        Slug slug = house.visas.find(visa.id()).orElseThrow().slug();
        FamilyId family = visa.facts().family();
        Instant now = house.clock.instant();
        boolean found = house.catalogue.find(slug).isPresent();
        assertThat(has(search(""), visa)).as("all").isEqualTo(found);
        assertThat(has(search(visa.facts().subject().name()), visa))
                .as("by its name")
                .isEqualTo(found);
        assertThat(has(house.catalogue.latest(10), visa)).as("newest").isEqualTo(found);
        assertThat(house.past.find(slug, now).isPresent()).as("past").isEqualTo(found);
        assertThat(has(
                        house.past
                                .list(now, Optional.of(family), Optional.empty(), 100)
                                .visas(),
                        visa))
                .as("past list")
                .isEqualTo(found);
        assertThat(house.catalogue.inForce(house.calendar.today()).getOrDefault(family, 0L))
                .as("number in force")
                .isEqualTo(house.visas.countPublic(family));
        String list = house.lists.current(family).isEmpty()
                ? ""
                : TrustListIssueTest.text(house, house.lists.current(family).orElseThrow());
        assertThat(list.contains(visa.facts().subject().name())).as("list").isEqualTo(found);
        return found;
    }

    private static boolean has(List<Visa> visas, Visa visa) {
        return visas.stream().anyMatch(other -> other.id().equals(visa.id()));
    }

    private List<Visa> search(String text) {
        return house.catalogue
                .search(new CatalogueQuery(
                        text,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        house.calendar.today(),
                        CatalogueQuery.Sort.RELEVANCE,
                        1,
                        100))
                .rows();
    }

    /** What everybody may read of the entries from a position on. */
    private List<String> open(long from) {
        return house.sql.list("select entry from journal where position >= ?", row -> row.getString(1), from);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_62_what_was_granted_without_consent_is_found_by_nobody(Database database) throws Exception {
        open(database);
        Visa visa = lock(false);

        assertThat(isFound(visa)).isFalse();
        assertThat(house.lists.current(CSPN)).as("no list is issued for it").isEmpty();
        another(CSPN);
        assertThat(isFound(visa)).as("beside one that is listed").isFalse();
        assertThat(refused(() -> house.filing.file(
                        OTHER_VENDOR,
                        new FileComplaint.Request(
                                Filing.Kind.COMPLAINT,
                                new Contested.Visa(visa.id()),
                                "Le verrou livré diffère.",
                                Optional.empty(),
                                Optional.empty()))))
                .as("a stranger complains about what he cannot know")
                .isEqualTo("visa-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_62_the_journal_tells_nothing_of_a_grant_without_consent(Database database) {
        open(database);
        Visa visa = lock(false);

        assertThat(open(0))
                .filteredOn(entry -> entry.contains("visa-recorded") || entry.contains("decision-made"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry)
                        .contains("\"content\":{}")
                        .doesNotContain(
                                NAME,
                                "Halcyon",
                                "cspn",
                                "CSPN",
                                "effective",
                                visa.slug().value()));
        assertThat(open(0))
                .allSatisfy(entry -> assertThat(entry)
                        .doesNotContain(NAME, visa.facts().reference().text()));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_62_an_EUCC_certificate_is_listed_without_consent_and_nobody_takes_it_from_the_catalogue(
            Database database) throws Exception {
        open(database);
        Application card = Matters.card(5);
        Application silent = new Application(
                card.subject(),
                card.level(),
                card.scopes(),
                card.category(),
                card.nationalSecurity(),
                card.facts(),
                card.bases(),
                false);
        Visa visa = decide(matters.grant(matters.ready(
                matters.submitted(house.opening.open(VENDOR, Matters.request(silent))), matters.arvor())));

        assertThat(isFound(visa)).isTrue();
        assertThat(refused(() -> house.deciding.propose(DECIDER, consent(visa, false))))
                .isEqualTo("listing-obligatory");
        assertThat(refused(() -> house.deciding.propose(DECIDER, consent(visa, true))))
                .isEqualTo("correction-changes-nothing");
        assertThat(house.visas.find(visa.id())).contains(visa);
        assertThat(isFound(visa)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_62_a_consent_that_is_given_or_taken_back_later_holds_from_then_on(Database database)
            throws Exception {
        open(database);
        Visa visa = lock(false);
        another(CSPN);
        Instant before = house.clock.instant();
        house.clock.advance(Duration.ofHours(1));
        Proposal alone = house.deciding.propose(DECIDER, consent(visa, true));
        assertThat(isFound(visa)).as("the word of one").isFalse();
        assertThat(refused(() -> house.deciding.approve(DECIDER, alone.id(), alone.digest(), "Vu.")))
                .isEqualTo("approval-own-proposal");

        Visa given = approve(alone);
        assertThat(isFound(given)).isTrue();
        assertThat(given.slug()).isEqualTo(Slug.of(visa.facts().reference(), "cspn"));
        assertThat(house.past.find(given.slug(), before))
                .as("then it was not public")
                .isEmpty();
        assertThat(given.facts().validity()).isEqualTo(visa.facts().validity());

        long entries = house.journal.size();
        Instant meanwhile = house.clock.instant();
        house.clock.advance(Duration.ofHours(1));
        Visa taken = decide(consent(given, false));
        assertThat(isFound(taken)).isFalse();
        assertThat(house.past.find(given.slug(), meanwhile))
                .as("nor in its past")
                .isEmpty();
        assertThat(open(entries)).allSatisfy(entry -> assertThat(entry).doesNotContain(NAME, "Motifs."));

        house.clock.advance(Duration.ofHours(1));
        Visa again = decide(consent(taken, true));
        assertThat(isFound(again)).isTrue();
        assertThat(again.slug()).as("the address it had").isEqualTo(given.slug());
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }
}
