package org.sceau.registry.application.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.ledger.Commitment;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;

/** What the journal tells of a record is laid over what it told before, and compared with the rows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayOfRecordsTest {
    /** A record of some kind. */
    record Paper(String title, List<Line> lines) {}

    /** A part of it. */
    record Line(String text) {}

    private static final Paper FIRST = new Paper("Cible", List.of(new Line("un")));
    private static final Paper SECOND = new Paper("Cible", List.of(new Line("un"), new Line("deux")));
    private static final String ID = "d1";
    private static final String SALT = "5a".repeat(Commitment.SALT_BYTES);

    private final Map<String, KeptVersions.Kept> rows = new TreeMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();

    @Test
    void a_version_whose_row_was_changed_differs() {
        told(1, RecordChange.made(FIRST));
        told(2, RecordChange.between(FIRST, SECOND));
        rows.put("2", new KeptVersions.Kept(RecordChange.made(FIRST).text(), 2));
        assertThat(compared()).containsExactly("2 version-differs");
    }

    @Test
    void a_plaintext_that_another_commitment_was_made_to_is_not_believed() {
        told(1, RecordChange.made(FIRST));
        JournalEntry honest = journal.remove(0);
        rows.put("1", new KeptVersions.Kept(RecordChange.made(SECOND).text(), 1));
        String forged = Objects.requireNonNull(
                entry(1, RecordChange.made(SECOND)).secrets().get("dossier"));
        journal.add(new JournalEntry(
                1,
                honest.at(),
                honest.kind(),
                honest.subject(),
                honest.entry(),
                Map.of("dossier", new JournalEntry.Opening(SALT, forged))));
        assertThat(compared()).contains("0 commitment-broken");
    }

    @Test
    void a_row_that_no_act_can_be_laid_over_any_more_is_found_and_stops_nothing() {
        told(1, RecordChange.made(FIRST));
        told(2, RecordChange.between(FIRST, SECOND));
        for (String changed : List.of("no JSON at all", "{}", "[]")) {
            rows.put("1", new KeptVersions.Kept(changed, 1));
            assertThat(compared()).as(changed).containsExactly("1 version-differs", "2 version-differs");
        }
    }

    @Test
    void a_version_that_another_entry_claims_differs() {
        told(1, RecordChange.made(FIRST));
        rows.put("1", new KeptVersions.Kept(RecordChange.made(FIRST).text(), 7));
        assertThat(compared()).containsExactly("1 version-differs");
    }

    @Test
    void an_act_that_did_something_else_than_its_digest_says_differs() {
        told(1, RecordChange.made(FIRST));
        RecordChange honest = RecordChange.between(FIRST, SECOND);
        Map<String, Object> forged = new HashMap<>(honest.told());
        forged.put("changed", List.of());
        told(2, new RecordChange(honest.text(), forged));
        assertThat(compared()).containsExactly("2 version-differs");
    }

    @Test
    void a_version_that_was_taken_away_is_missing_and_so_is_what_was_made_of_it() {
        told(1, RecordChange.made(FIRST));
        told(2, RecordChange.between(FIRST, SECOND));
        rows.remove("1");
        assertThat(compared()).containsExactly("1 version-missing", "2 version-missing");
    }

    @Test
    void an_entry_of_before_acts_were_told_in_full_proves_nothing_and_accuses_nobody() {
        rows.put("1", new KeptVersions.Kept(RecordChange.made(FIRST).text(), 1));
        journal.add(entry(1, new RecordChange("", Map.of("sha256", "-"))));
        assertThat(compared()).isEmpty();
    }

    @Test
    void what_the_rows_hold_is_what_the_journal_makes() {
        told(1, RecordChange.made(FIRST));
        told(2, RecordChange.between(FIRST, SECOND));
        told(3, RecordChange.between(SECOND, SECOND));
        assertThat(compared()).isEmpty();
    }

    private void told(long version, RecordChange change) {
        journal.add(entry(version, change));
        rows.put(Long.toString(version), new KeptVersions.Kept(change.text(), version));
    }

    private static JournalEntry entry(long version, RecordChange change) {
        String plaintext = CanonicalText.of(change.with(Map.of("dossier", ID, "version", version)));
        String commitment = Commitment.of(HexFormat.of().parseHex(SALT), plaintext.getBytes(StandardCharsets.UTF_8))
                .hex();
        return new JournalEntry(
                version,
                Instant.EPOCH,
                "dossier-acted",
                "dossier",
                CanonicalText.of(Map.of("commitments", Map.of("dossier", commitment))),
                Map.of("dossier", new JournalEntry.Opening(SALT, plaintext)));
    }

    private List<String> compared() {
        List<String> found = new ArrayList<>();
        CompareRecord.Differences differences = new CompareRecord.Differences();
        ReplayOfRecords replay = new ReplayOfRecords(new Rows(), differences);
        journal.forEach(replay::take);
        replay.compareNewest();
        differences.found().forEach(one -> found.add(one.version() + " " + one.what()));
        return found;
    }

    private final class Rows implements KeptVersions {
        @Override
        public Optional<Kept> find(RecordKind kind, String id, long version) {
            return Optional.ofNullable(rows.get(Long.toString(version)));
        }

        @Override
        public void newest(RecordKind kind, Consumer<Newest> reader) {
            if (kind == RecordKind.DOSSIER) {
                reader.accept(new Newest(ID, journal.size(), true));
            }
        }
    }
}
