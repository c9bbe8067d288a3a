package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.card;
import static org.sceau.it.persistence.Matters.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.describing.Difference;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.application.revising.Revisions;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.revision.Revision;

/** A definition is corrected without a release: a dropped file, two administrators, and dossiers that keep what they were opened under. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevisingTest {
    private static final Actor SECOND = new Actor("le-goff", "Autorité de démonstration", Set.of(Role.ADMINISTRATOR));
    private static final SchemeVersionId EUCC = SchemeVersionId.of("eucc", "2025-12-29");
    private static final String FILE = EUCC + ".yaml";
    private static final String PROCEDURES = "VULNERABILITY_PROCEDURES";

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.withOwnSchemes(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.editions.open();
        return house;
    }

    static String shipped() {
        try (InputStream in =
                Objects.requireNonNull(House.class.getClassLoader().getResourceAsStream("schemes/" + FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped definition as another edition, which no longer asks for a document before the dossier is submitted. */
    static String corrected(int revision) {
        String text = shipped().replace("format: 2\n", "format: 2\nrevision: " + revision + "\n");
        int document = text.indexOf("- id: " + PROCEDURES);
        int need = text.indexOf("      needed-from: submitted\n", document);
        return text.substring(0, need) + text.substring(need).replaceFirst("      needed-from: submitted\n", "");
    }

    private void drop(String name, String text) {
        try {
            Files.createDirectories(home.resolve("schemes"));
            Files.writeString(home.resolve("schemes").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemeVersion seen(House house) {
        return house.revising.candidates(ADMINISTRATOR).get(0).version().orElseThrow();
    }

    private Revision proposed(House house, int revision) {
        drop(FILE, corrected(revision));
        return house.revising.propose(ADMINISTRATOR, FILE, seen(house).definition());
    }

    private Revision activated(House house, int revision) {
        return house.revising.activate(SECOND, proposed(house, revision).sha256(), "Relu dans le texte.");
    }

    private static Refusal refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal();
    }

    private static List<String> missing(House house, Dossier dossier) {
        return house.opening.preflight(VENDOR, dossier.id()).stream()
                .map(Finding::details)
                .map(details -> details.getOrDefault("document", "-"))
                .toList();
    }

    @Test
    void what_cannot_be_used_is_shown_with_its_line_and_is_never_proposed() {
        House house = house(Database.H2);
        String broken = corrected(2) + "no-such-key: true\n";
        drop(FILE, broken);

        ReviseSchemes.Candidate candidate =
                house.revising.candidates(ADMINISTRATOR).get(0);
        assertThat(candidate.version()).isEmpty();
        assertThat(candidate.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("definition-unusable");
            assertThat(refusal.details())
                    .containsEntry("problem", "unknown-key")
                    .containsEntry("line", Long.toString(broken.lines().count()));
        });
        assertThat(refused(() -> house.revising.propose(ADMINISTRATOR, FILE, "0".repeat(64)))
                        .code())
                .isEqualTo("definition-unusable");
        assertThat(house.revising.proposals(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void a_file_too_large_a_link_and_a_name_of_another_shape_are_refused_or_not_there() throws IOException {
        House house = house(Database.H2);
        drop("cspn-1.1.yaml", "#".repeat(140_000));
        drop("notes.txt", "not a definition");
        Path outside = Files.writeString(home.resolve("outside.yaml"), corrected(2));
        Files.createSymbolicLink(home.resolve("schemes").resolve(FILE), outside);

        assertThat(house.revising.candidates(ADMINISTRATOR)).singleElement().satisfies(candidate -> {
            assertThat(candidate.file()).isEqualTo("cspn-1.1.yaml");
            assertThat(candidate.refusal().orElseThrow().details()).containsEntry("problem", "too-large");
        });
        for (String name : List.of(FILE, "notes.txt", "../outside.yaml", "none-1.yaml", "")) {
            assertThat(refused(() -> house.revising.propose(ADMINISTRATOR, name, "0".repeat(64)))
                            .code())
                    .as(name)
                    .isEqualTo("file-unknown");
        }
    }

    @Test
    void a_file_that_changed_since_it_was_seen_is_refused() {
        House house = house(Database.H2);
        drop(FILE, corrected(2));
        String before = seen(house).definition();
        drop(FILE, corrected(2) + "# another word\n");

        assertThat(refused(() -> house.revising.propose(ADMINISTRATOR, FILE, before)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("file-changed");
                    assertThat(refusal.details())
                            .containsEntry("sha256", seen(house).definition());
                });
    }

    @ParameterizedTest
    @EnumSource
    void the_same_revision_with_other_bytes_is_refused_while_proposed_and_when_in_use(Database database) {
        House house = house(database);
        Revision two = proposed(house, 2);
        drop(FILE, corrected(2) + "# another word\n");

        assertThat(refused(() ->
                        house.revising.propose(ADMINISTRATOR, FILE, seen(house).definition())))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("revision-bytes-differ");
                    assertThat(refusal.details()).containsEntry("sha256", two.sha256());
                });
        house.revising.activate(SECOND, two.sha256(), "Relu.");
        assertThat(refused(() -> house.revising.propose(
                                ADMINISTRATOR, FILE, seen(house).definition()))
                        .code())
                .isEqualTo("revision-bytes-differ");
        drop(FILE, corrected(2));
        assertThat(refused(() -> house.revising.propose(ADMINISTRATOR, FILE, two.sha256()))
                        .code())
                .isEqualTo("revision-known");
        drop(FILE, corrected(1));
        assertThat(refused(() -> house.revising.propose(
                                ADMINISTRATOR, FILE, seen(house).definition()))
                        .code())
                .isEqualTo("revision-bytes-differ");
    }

    @ParameterizedTest
    @EnumSource
    void it_takes_two_administrators(Database database) {
        House house = house(database);
        drop(FILE, corrected(2));
        String digest = seen(house).definition();
        assertThat(refused(() -> house.revising.propose(CERTIFIER, FILE, digest))
                        .code())
                .isEqualTo("role-missing");
        Revision proposed = house.revising.propose(ADMINISTRATOR, FILE, digest);

        assertThat(refused(() -> house.revising.activate(ADMINISTRATOR, proposed.sha256(), "Moi-même."))
                        .code())
                .isEqualTo("approval-own-proposal");
        assertThat(refused(() -> house.revising.activate(CERTIFIER, proposed.sha256(), "Sans droit."))
                        .code())
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.revising.activate(SECOND, "0".repeat(64), "Inconnue."))
                        .code())
                .isEqualTo("revision-unknown");
        assertThat(house.schemes.version(EUCC).orElseThrow().revision()).isEqualTo(1);

        house.revising.activate(SECOND, proposed.sha256(), "Relu dans le texte.");
        assertThat(house.schemes.version(EUCC).orElseThrow().revision()).isEqualTo(2);
        assertThat(refused(() -> house.revising.activate(SECOND, proposed.sha256(), "Encore."))
                        .code())
                .isEqualTo("revision-answered");
    }

    @Test
    void a_rejected_edition_never_comes_into_use_and_its_number_may_be_taken_again() {
        House house = house(Database.H2);
        Revision two = proposed(house, 2);
        house.revising.reject(ADMINISTRATOR, two.sha256(), "Je la reprends.");
        assertThat(refused(() -> house.revising.activate(SECOND, two.sha256(), "Trop tard."))
                        .code())
                .isEqualTo("revision-answered");
        drop(FILE, corrected(2) + "# another word\n");
        Revision again = house.revising.propose(ADMINISTRATOR, FILE, seen(house).definition());

        assertThat(house.revising.activate(SECOND, again.sha256(), "Relu.").state())
                .isEqualTo(Revision.State.ACTIVE);
        assertThat(house.revising.used(EUCC))
                .extracting(recorded -> recorded.revision().sha256())
                .hasSize(2)
                .doesNotContain(two.sha256());
    }

    @Test
    void of_two_that_wait_the_higher_one_leaves_no_way_for_the_lower() {
        House house = house(Database.H2);
        Revision two = proposed(house, 2);
        Revision three = proposed(house, 3);
        house.revising.activate(SECOND, three.sha256(), "Relu.");

        assertThat(refused(() -> house.revising.activate(SECOND, two.sha256(), "Relu.")))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("revision-not-newer");
                    assertThat(refusal.details()).containsEntry("in-use", "3");
                });
    }

    @ParameterizedTest
    @EnumSource
    void invariant_25_running_dossiers_keep_the_edition_they_were_opened_under(Database database) {
        House house = house(database);
        Dossier before = house.opening.open(VENDOR, request(card(5)));
        activated(house, 2);
        Dossier after = house.opening.open(VENDOR, request(card(5)));

        assertThat(missing(house, before)).contains(PROCEDURES);
        assertThat(missing(house, after)).isNotEmpty().doesNotContain(PROCEDURES);
        House restarted = house.anotherNode(home.resolve("restarted"));
        restarted.editions.open();
        assertThat(missing(restarted, before)).contains(PROCEDURES);
        assertThat(missing(restarted, after)).isNotEmpty().doesNotContain(PROCEDURES);
    }

    @ParameterizedTest
    @EnumSource
    void a_node_that_has_not_heard_of_it_opens_the_next_dossier_under_the_new_edition(Database database) {
        House house = house(database);
        House deaf = house.anotherNode(home.resolve("other"));
        Revision two = activated(house, 2);
        assertThat(deaf.schemes.version(EUCC).orElseThrow().revision()).isEqualTo(1);

        Dossier opened = deaf.opening.open(VENDOR, request(card(5)));
        assertThat(opened.opening().definition()).isEqualTo(two.sha256());
        assertThat(deaf.schemes.version(EUCC).orElseThrow().revision()).isEqualTo(2);
        House later = house.anotherNode(home.resolve("later"));
        later.editions.refresh();
        assertThat(later.schemes.version(EUCC).orElseThrow().revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_node_that_has_not_heard_of_it_cites_the_new_edition_for_what_it_tells(Database database) {
        House house = house(database);
        house.importCsv(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n"
                        + "common-criteria,eucc,2025-12-29,EUCC-3090-2026-0900,Brume Télécom,Routeur,1.0,SUBSTANTIAL,NETWORK,"
                        + "2026-01-12,2026-06-30,in-force,yes\n",
                false);
        House deaf = house.anotherNode(home.resolve("other"));
        String text = corrected(2);
        int source = text.indexOf("source: \"", text.indexOf("\nvalidity:")) + "source: \"".length();
        drop(FILE, text.substring(0, source) + "Rectificatif, " + text.substring(source));
        Revision two = house.revising.propose(ADMINISTRATOR, FILE, seen(house).definition());
        house.revising.activate(SECOND, two.sha256(), "Relu dans le texte.");

        deaf.work.look();

        assertThat(house.sql.list("select content from notice where kind = 'VALIDITY_ENDS'", row -> row.getString(1)))
                .isNotEmpty()
                .allMatch(content -> content.contains("\"ground\":\"Rectificatif, "));
    }

    @ParameterizedTest
    @EnumSource
    void the_journal_has_the_digest_of_every_edition_and_no_name_in_the_open(Database database) {
        House house = house(database);
        Revision two = activated(house, 2);

        List<String> entries = house.sql.list(
                "select kind, entry from journal where subject = ? order by position",
                row -> row.getString(1) + " " + row.getString(2),
                "scheme:" + EUCC);
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0))
                .startsWith("scheme-revision-released")
                .contains(house.revising.used(EUCC).get(0).revision().sha256());
        assertThat(entries.get(1)).startsWith("scheme-revision-proposed").contains(two.sha256());
        assertThat(entries.get(2)).startsWith("scheme-revision-activated").contains(two.sha256());
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry).doesNotContain("le-goff").doesNotContain("Relu"));
        assertThat(house.revising.usedText(EUCC, 2)).hasValue(corrected(2));
    }

    @ParameterizedTest
    @EnumSource
    void the_bytes_of_an_edition_are_never_rewritten(Database database) {
        House house = house(database);
        assertThatThrownBy(() -> house.sql.update("update scheme_definition set content = 'x'"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> house.sql.update("delete from scheme_definition"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_release_with_other_bytes_under_a_number_that_was_in_use_does_not_start() {
        House house = house(Database.H2);
        String known = house.revising.used(EUCC).get(0).revision().sha256();
        house.sql.update("drop trigger scheme_definition_append_only");
        // As if an earlier release had shipped other words under the same number.
        house.sql.update(
                "insert into scheme_definition (sha256, content, position) values (?, 'other', 0)", "b".repeat(64));
        house.sql.update("update scheme_revision set sha256 = ? where sha256 = ?", "b".repeat(64), known);
        House next = house.anotherNode(home.resolve("next"));

        assertThatThrownBy(next.editions::open)
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("scheme-revision: " + EUCC + ": revision 1")
                .hasMessageContaining(known);
    }

    @Test
    void a_second_start_records_nothing_twice() {
        House house = house(Database.H2);
        long entries = house.journal.size();
        House next = house.anotherNode(home.resolve("next"));
        next.editions.open();

        assertThat(next.journal.size()).isEqualTo(entries);
        assertThat(entries).isEqualTo(house.schemes.all().size());
    }

    @Test
    void what_a_correction_changes_is_told_row_by_row() {
        House house = house(Database.H2);
        List<Difference> difference =
                house.revising.read(ADMINISTRATOR, proposed(house, 2).sha256()).difference();

        assertThat(difference).singleElement().satisfies(block -> {
            assertThat(block.table()).isEqualTo("documents");
            assertThat(block.gone()).singleElement().asString().contains("Vulnerability management");
            assertThat(block.come()).singleElement().asString().contains("Vulnerability management");
        });
        house.revising.activate(
                SECOND, house.revising.proposals(SECOND).get(0).revision().sha256(), "Relu dans le texte.");
        assertThat(house.revising.read(ADMINISTRATOR, seen(house).definition()).difference())
                .as("an edition in use tells what it changed in the one before it")
                .isEqualTo(difference);
    }

    @Test
    void a_file_tells_what_it_would_change_before_it_is_proposed() {
        House house = house(Database.H2);
        assertThat(refused(() -> house.revising.candidate(ADMINISTRATOR, FILE)).code())
                .isEqualTo("file-unknown");
        drop(FILE, corrected(2));
        assertThat(refused(() -> house.revising.candidate(CERTIFIER, FILE)).code())
                .isEqualTo("role-missing");
        ReviseSchemes.Draft draft = house.revising.candidate(ADMINISTRATOR, FILE);

        assertThat(draft.candidate().refusal()).isEmpty();
        assertThat(draft.difference())
                .isNotEmpty()
                .isEqualTo(house.revising
                        .read(ADMINISTRATOR, proposed(house, 2).sha256())
                        .difference());
        drop(FILE, "format: 2\n");
        assertThat(house.revising.candidate(ADMINISTRATOR, FILE).difference()).isEmpty();
    }

    @Test
    void whoever_looks_is_told_beforehand_why_an_edition_could_not_be_taken_into_use() {
        House house = house(Database.H2);
        String two = proposed(house, 2).sha256();

        assertThat(house.revising.read(ADMINISTRATOR, two).obstacle())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("approval-own-proposal"));
        assertThat(house.revising.read(SECOND, two).obstacle()).isEmpty();
        house.revising.activate(SECOND, proposed(house, 3).sha256(), "Relu.");
        assertThat(house.revising.read(SECOND, two).obstacle())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("revision-not-newer"));
        house.revising.reject(SECOND, two, "Dépassée.");
        assertThat(house.revising.read(SECOND, two).obstacle())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("revision-answered"));
    }

    @Test
    void a_dropped_file_may_bring_a_version_that_was_not_known() {
        House house = house(Database.H2);
        SchemeVersionId next = SchemeVersionId.of("eucc", "2027-01-01");
        String text = shipped().replace("version: \"2025-12-29\"", "version: \"2027-01-01\"");
        drop(next + ".yaml", text);
        Revision proposed = house.revising.propose(
                ADMINISTRATOR, next + ".yaml", seen(house).definition());
        assertThat(house.revising.read(SECOND, proposed.sha256()).difference()).isEmpty();
        house.revising.activate(SECOND, proposed.sha256(), "Nouvelle version.");

        assertThat(house.schemes.version(next)).isPresent();
        List<Revisions.Recorded> used = house.revising.used(next);
        assertThat(used)
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.revision().number()).isEqualTo(1));
    }
}
