package org.sceau.benchmarks.decision;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sceau.it.house.House;
import org.sceau.it.house.SetClock;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.it.persistence.Matters;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;

/** One registry on one database of the cluster, with dossiers at their decision and a journal of any length. */
final class Site implements AutoCloseable {
    private static final int FIRST_NUMBER = 1_000_000;

    private final Cluster cluster;
    private final String name;
    private final Path home;
    private final SetClock clock = new SetClock("2026-05-12T08:00:00Z");
    private final KeptConnections connections;
    private final KeptConnections ofPeer;
    private final House house;
    private final Dossier model;
    private final Proposals.Recorded proposed;
    private int made;

    Site(Cluster cluster, String name, Path home) throws SQLException {
        this.cluster = cluster;
        this.name = name;
        this.home = home;
        cluster.create(name);
        this.connections = new KeptConnections(() -> cluster.connect(name));
        this.ofPeer = new KeptConnections(() -> cluster.connectAsHouse(name));
        this.house = House.over(new ThreadDataSource(cluster.url(name), connections), home.resolve(name), clock);
        Matters matters = new Matters(house);
        this.model = matters.ready(matters.arvor());
        Proposal proposal = house.deciding.propose(Matters.DECIDER, matters.grant(model));
        this.proposed = house.proposals.find(proposal.id()).orElseThrow();
    }

    KeptConnections connections() {
        return connections;
    }

    /** What is measured: the use case, from its call to its return. */
    Decide.Outcome approve(Case matter) {
        return approve(house, matter);
    }

    private static Decide.Outcome approve(House house, Case matter) {
        return house.deciding.approve(Matters.SECOND_DECIDER, matter.proposal(), matter.digest(), "Vu.");
    }

    /**
     * Copies of one dossier that came to its decision through the use cases, each with a proposal of its own: the rows an approval
     * reads and changes, in their stored forms. Former versions are not copied; no approval reads them.
     */
    List<Case> cases(int count) {
        List<Case> cases = new ArrayList<>();
        house.database.inNew(() -> {
            String[] ids = new String[count];
            String[] numbers = new String[count];
            for (int i = 0; i < count; i++) {
                DossierId id = new DossierId(UUID.randomUUID());
                ids[i] = id.toString();
                numbers[i] = "D-2026-" + (FIRST_NUMBER + made++);
                Proposal proposal = proposal(id);
                cases.add(new Case(id, numbers[i], proposal.id(), proposal.digest()));
                house.proposals.add(
                        new Proposals.Recorded(proposal, proposed.recordedAt(), proposed.position()),
                        CanonicalRecord.text(proposal));
            }
            copyDossier(ids, numbers);
            return count;
        });
        // Nobody approves what they have not looked at: the digest they approve was shown to them.
        cases.forEach(matter -> house.acts.read(Matters.SECOND_DECIDER, matter.dossier(), Optional.empty()));
        return cases;
    }

    private void copyDossier(String[] ids, String[] numbers) {
        String old = model.id().toString();
        String number = model.opening().number();
        String content =
                " replace(replace(d.content, '" + old + "', n.id), '\"" + number + "\"', '\"' || n.number || '\"'),";
        String fresh = " d, unnest(?, ?) n(id, number) where d.";
        house.sql.update(
                "insert into dossier select n.id, n.number, d.version, d.scheme, d.scheme_version, d.kind, d.stage, d.ended,"
                        + " d.subject_name, d.sponsor, d.about," + content + " d.recorded_at, d.position from dossier"
                        + fresh + "id = ?",
                ids,
                numbers,
                old);
        house.sql.update(
                "insert into dossier_version select n.id, d.version," + content
                        + " d.recorded_at, d.position from dossier_version" + fresh
                        + "dossier_id = ? and d.version = ?",
                ids,
                numbers,
                old,
                model.version());
        house.sql.update(
                "insert into dossier_party select n.id, d.organisation, d.side from dossier_party" + fresh
                        + "dossier_id = ?",
                ids,
                numbers,
                old);
    }

    private Proposal proposal(DossierId dossier) {
        Proposal like = proposed.proposal();
        DecisionContent asked = like.content();
        DecisionContent content = new DecisionContent(
                asked.kind(),
                Optional.of(dossier),
                asked.dossierVersion(),
                asked.visa(),
                asked.visaVersion(),
                asked.effective(),
                asked.lastDay(),
                asked.reasons(),
                asked.actions(),
                asked.scopes(),
                asked.level(),
                asked.versions(),
                asked.nationalSecurity(),
                asked.clauses(),
                asked.correction(),
                asked.advice(),
                asked.agrement(),
                asked.remedy(),
                asked.reasonCodes());
        return Proposal.of(
                new ProposalId(UUID.randomUUID()),
                content,
                CanonicalRecord.digest(content),
                like.proposer(),
                like.proposedAt(),
                house.calendar.today());
    }

    /** A peer that writes what one approval wrote a moment ago. */
    Peer peer() {
        // The first number of a series is an insert, every later one an update.
        approve(cases(1).get(0));
        Recording recording = new Recording();
        House watched = House.over(
                new ThreadDataSource(cluster.url(name), () -> recording.of(cluster.connect(name))),
                home.resolve(name + "-watched"),
                clock);
        Case matter = cases(1).get(0);
        long before = house.journal.size();
        Decide.Outcome outcome = approve(watched, matter);
        watched.closeIndex();
        long number = house.sql.number("select last from number_series where series like 'visa/%'");
        return Peer.of(
                recording.sent(),
                matter,
                outcome.visa().orElseThrow(),
                before,
                house.journal.size() - before,
                number,
                ofPeer);
    }

    /**
     * Lengthens the journal: the entries of the last approval again and again, each triple about another visa, with their leaf
     * hashes, their secrets and their announcements, as the rows of the real ones are.
     */
    void lengthenJournal(long length) throws SQLException {
        approve(cases(1).get(0));
        long next = house.journal.size();
        long first = house.sql.number("select max(position) from journal where kind = 'visa-recorded'");
        String visa = cluster.ask(name, "select substr(subject, 6) from journal where position = " + first);
        String rows =
                " from generate_series(" + next + "::bigint, " + (length - 1) + ") g join journal j on j.position = "
                        + first + " + g % " + (next - first)
                        + " cross join lateral (select md5((g / " + (next - first) + ")::text)::uuid::text as visa) v";
        cluster.run(
                name,
                "set session_replication_role = replica; insert into journal (position, recorded_at, kind, subject, entry,"
                        + " leaf_hash) select g, j.recorded_at, j.kind, replace(j.subject, '" + visa
                        + "', v.visa), e.entry,"
                        + " encode(sha256('\\x00'::bytea || convert_to(e.entry, 'UTF8')), 'hex')" + rows
                        + " cross join lateral (select replace(replace(j.entry, '" + visa
                        + "', v.visa), '\"position\":' ||"
                        + " j.position, '\"position\":' || g) as entry) e;"
                        + " insert into journal_secret select g, s.name, s.salt, s.plaintext" + rows
                        + " join journal_secret s on s.position = j.position;"
                        + " insert into outbox select g, o.topic, replace(o.subject, '" + visa + "', v.visa), o.detail"
                        + rows + " join outbox o on o.position = j.position;"
                        + visas(visa, length, next - first)
                        + " update journal_counter set next = greatest(next, " + length + ")",
                "vacuum analyze",
                "checkpoint");
    }

    /** A row for each visa that the entries tell of: a question asked of an empty table would be planned for one. */
    private static String visas(String template, long length, long entriesAVisa) {
        return " insert into visa (id, slug, slug_stem, version, family, reference_key, subject_key, facts, facts_digest,"
                + " holder_key, subject_name, first_day, last_day, listed, source, edition, source_row, recorded_at, position)"
                + " select md5(k::text)::uuid::text, 'filler-' || k, 'filler-' || k, v.version, v.family,"
                + " v.reference_key || k, v.subject_key, v.facts, v.facts_digest, v.holder_key, v.subject_name,"
                + " v.first_day, v.last_day, v.listed, v.source, v.edition, v.source_row, v.recorded_at, v.position"
                + " from generate_series(1::bigint, " + length / entriesAVisa + ") k, visa v where v.id = '" + template
                + "';";
    }

    /** Entries; refuses a journal with a gap, and a counter beside its end. */
    long gaplessLength() {
        long length = house.count("journal");
        if (house.journal.size() != length || house.sql.number("select max(position) + 1 from journal") != length) {
            throw new IllegalStateException("the journal of " + name + " has a gap");
        }
        return length;
    }

    @Override
    public void close() throws SQLException {
        house.closeIndex();
        ofPeer.close();
        connections.close();
    }
}
