package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sceau.ledger.CanonicalJson;
import org.sceau.ledger.Commitment;
import org.sceau.ledger.EntryRefused;
import org.sceau.ledger.LeafHash;
import org.sceau.registry.application.auditing.JournalEntry;
import org.sceau.registry.application.auditing.JournalView;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Journal;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * The journal in the database. Positions come from one locked counter row, so they are gapless and follow the order of commits;
 * each entry is written in its final bytes with its leaf hash, and announced in the outbox, all in the act's transaction.
 */
@ApplicationScoped
public class JdbcJournal implements Journal, JournalView {
    /** Names the form of an entry; a later form gets another name and old entries stay as they are. */
    static final String FORMAT = "sceau-journal/1";

    /** Positions asked for at once: more than one decision writes. */
    private static final int BESIDE = 8;
    /**
     * By positions, each detail on its own: a plan for any range of positions is one for a large part of the journal, so that the database
     * would make a plan for each range, which costs it more than the answer.
     */
    private static final String NOTED =
            "select j.kind, (select o.detail from outbox o where o.position = j.position) as detail from journal j"
                    + " where j.position in (" + String.join(", ", Collections.nCopies(BESIDE, "?")) + ")";

    private static final String ENTRIES =
            "select j.position, j.recorded_at, j.kind, j.subject, j.entry, s.name, s.salt, s.plaintext from journal j"
                    + " left join journal_secret s on s.position = j.position where j.";

    /** Seven times the id of a dossier. */
    private static final String ABOUT_DOSSIER =
            "position in (select position from outbox where topic = 'DOSSIER' and (detail = ? or detail in "
                    + JdbcErasures.PROPOSALS + ")"
                    + " union select position from notice where about_id = ? or about_id in " + JdbcErasures.PROPOSALS
                    + " union select b.position from outbox b join task t on b.detail = t.id where b.topic = 'TASK' and"
                    + " (t.about_id = ? or t.about_id in " + JdbcErasures.PROPOSALS + ")"
                    + " union select v.position from visa_version v join dossier_visa d on d.visa_id = v.visa_id where"
                    + " d.dossier_id = ?) order by j.position";

    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcJournal() {
        this(null);
    }

    @Inject
    public JdbcJournal(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Pen open(Actor actor, Supplier<Instant> clock) {
        long next = sql.locked("select next from journal_counter where id = 1 for update", row -> row.getLong(1))
                .orElseThrow();
        sql.hold();
        return new OpenPen(actor, clock.get(), next);
    }

    @Override
    public List<Noted> between(long first, long end) {
        List<Noted> noted = new ArrayList<>();
        for (long from = first; from < end; from += BESIDE) {
            Object[] positions = new Object[BESIDE];
            for (int i = 0; i < BESIDE; i++) {
                // Beyond the end the last one is asked for again.
                positions[i] = Math.min(from + i, end - 1);
            }
            noted.addAll(sql.list(NOTED, row -> new Noted(row.getString("kind"), row.getString("detail")), positions));
        }
        return noted;
    }

    @Override
    public long size() {
        return sql.number("select next from journal_counter where id = 1");
    }

    @Override
    public void forEach(Set<String> kinds, Consumer<JournalEntry> reader) {
        String marks = String.join(", ", Collections.nCopies(kinds.size(), "?"));
        Gathered gathered = new Gathered(reader);
        sql.forEach(
                ENTRIES + "kind in (" + marks + ") order by j.position",
                gathered::take,
                kinds.stream().sorted().toArray());
        gathered.hand();
    }

    @Override
    public void forEachAbout(String dossier, Consumer<JournalEntry> reader) {
        Gathered gathered = new Gathered(reader);
        sql.forEach(
                ENTRIES + ABOUT_DOSSIER,
                gathered::take,
                Collections.nCopies(7, dossier).toArray());
        gathered.hand();
    }

    /** Joins the rows of one entry, one for each plaintext. */
    private static final class Gathered {
        private final Consumer<JournalEntry> reader;
        private final Map<String, JournalEntry.Opening> secrets = new HashMap<>();
        private @Nullable JournalEntry entry;

        Gathered(Consumer<JournalEntry> reader) {
            this.reader = reader;
        }

        void take(ResultSet row) throws SQLException {
            long position = row.getLong("position");
            if (entry == null || entry.position() != position) {
                hand();
                entry = new JournalEntry(
                        position,
                        Sql.instant(row, "recorded_at"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("entry"),
                        Map.of());
            }
            String name = row.getString("name");
            if (name != null) {
                secrets.put(name, new JournalEntry.Opening(row.getString("salt"), row.getString("plaintext")));
            }
        }

        void hand() {
            if (entry != null) {
                reader.accept(new JournalEntry(
                        entry.position(), entry.at(), entry.kind(), entry.subject(), entry.entry(), secrets));
            }
            secrets.clear();
        }
    }

    private final class OpenPen implements Pen {
        private final Actor actor;
        private final Instant at;
        private final List<Long> positions = new ArrayList<>();
        private final List<Object[]> plaintexts = new ArrayList<>();
        private final List<Object[]> announcements = new ArrayList<>();
        private final long first;
        private long next;

        OpenPen(Actor actor, Instant at, long next) {
            this.actor = actor;
            this.at = at;
            this.first = next;
            this.next = next;
        }

        @Override
        public Instant at() {
            return at;
        }

        @Override
        public long first() {
            return first;
        }

        @Override
        public long write(Entry entry) {
            long position = next++;
            Map<String, String> secrets = new HashMap<>(entry.confidential());
            // Who did it is personal: the entry proves it to whoever holds the salt, and forgets it when the salt is
            // erased.
            secrets.put("actor", actor.name() + "\n" + actor.organisation());
            Map<String, Object> commitments = new HashMap<>();
            secrets.forEach((name, plaintext) -> {
                byte[] salt = Commitment.newSalt(random);
                commitments.put(
                        name,
                        Commitment.of(salt, plaintext.getBytes(StandardCharsets.UTF_8))
                                .hex());
                plaintexts.add(new Object[] {position, name, HexFormat.of().formatHex(salt), plaintext});
            });
            byte[] bytes = canonical(entry, position, commitments);
            sql.write(
                    "insert into journal (position, recorded_at, kind, subject, entry, leaf_hash) values (?, ?, ?, ?, ?, ?)",
                    position,
                    at,
                    entry.kind(),
                    entry.subject(),
                    new String(bytes, StandardCharsets.UTF_8),
                    LeafHash.of(bytes).hex());
            announcements.add(new Object[] {position, entry.topic().name(), entry.subject(), entry.detail()});
            positions.add(position);
            return position;
        }

        private byte[] canonical(Entry entry, long position, Map<String, Object> commitments) {
            Map<String, Object> json = new HashMap<>();
            json.put("format", FORMAT);
            json.put("position", position);
            json.put("at", at.toString());
            json.put("kind", entry.kind());
            json.put("subject", entry.subject());
            json.put(
                    "roles",
                    actor.roles().stream().map(role -> role.code()).sorted().toList());
            json.put("commitments", commitments);
            json.put("content", entry.content());
            entry.effective().ifPresent(day -> json.put("effective", day.toString()));
            try {
                return CanonicalJson.of(json);
            } catch (EntryRefused refused) {
                throw Refusal.of(refused.code().toLowerCase(Locale.ROOT), Refusal.Kind.INVALID)
                        .with("kind", entry.kind())
                        .asException();
            }
        }

        @Override
        public List<Long> positions() {
            return positions;
        }

        @Override
        public void send() {
            // Nothing in the act refers to these rows, as it does to the entries: they go together, once.
            plaintexts.forEach(row ->
                    sql.write("insert into journal_secret (position, name, salt, plaintext) values (?, ?, ?, ?)", row));
            announcements.forEach(
                    row -> sql.write("insert into outbox (position, topic, subject, detail) values (?, ?, ?, ?)", row));
            sql.write("update journal_counter set next = ? where id = 1", next);
            sql.send();
        }

        @Override
        public void close() {
            sql.release();
        }
    }
}
