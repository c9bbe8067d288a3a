package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.web.desk.DeskFrame;

/** The first thing at the desk: the reader's dossiers, those that wait for the reader first, each with who acts and until when. */
@Named("queueDesk")
@RequestScoped
public class QueueDesk {
    /** So many are shown with their whole way to somebody who looks at few of them. */
    private static final int DRAWN = 6;

    private static final int MOST_PROPOSALS = 200;
    private static final int MOST_TOLD = 3;
    /** Questions that are answered on the page itself; the others at their dossiers. */
    private static final int MOST_ASKED = 10;
    /** Dossiers that are looked at for what the reader may hand in on the page itself: each look takes all rules of its scheme. */
    private static final int MOST_HANDED_IN = 3;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadQueue queue;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions decisions;

    private @Nullable List<QueueRow> rows;
    private List<AskedLine> asked = List.of();
    private List<HandInLine> handIns = List.of();
    private boolean more;

    /** Steps that wait for what the reader may bring, the earliest due first. */
    public List<HandInLine> handIns() {
        rows();
        return handIns;
    }

    /** Questions that await an answer of the reader, the earliest due first. */
    public List<AskedLine> asked() {
        rows();
        return asked;
    }

    private record Asked(DossierSight sight, Question question) {}

    private static Stream<Asked> question(ReadQueue.Line line, ReadQueue.Expected one) {
        return line.sight().dossier().history().questions().stream()
                .filter(question -> question.number() == one.question().orElseThrow())
                .map(question -> new Asked(line.sight(), question));
    }

    private AskedLine line(Asked one) {
        DossierSight sight = one.sight();
        Question question = one.question();
        CaseWords words = new CaseWords(sight.scheme(), desk);
        return new AskedLine(
                desk.to("/desk/dossiers/" + sight.dossier().id()),
                sight.dossier().opening().number(),
                sight.dossier().application().subject().name(),
                question.number(),
                CaseLists.about(question, words),
                question.lastRound().text(),
                words.say("question.until", words.shortDay(question.lastRound().due())),
                CaseWords.urgency(sight.day(), question.lastRound().due()),
                sight.dossier().version());
    }

    /** Whether the reader has a queue at all. */
    public boolean there() {
        return desk.mayReadDossiers();
    }

    public List<QueueRow> rows() {
        List<QueueRow> known = rows;
        if (known == null) {
            known = there() ? read() : List.of();
            rows = known;
        }
        return known;
    }

    public boolean hasMore() {
        rows();
        return more;
    }

    public List<QueueRow> mine() {
        return rows().stream().filter(QueueRow::mine).toList();
    }

    public List<QueueRow> others() {
        return rows().stream().filter(row -> !row.mine()).toList();
    }

    public String mineCount() {
        return desk.texts().say("queue.count", mine().size());
    }

    public String othersCount() {
        return desk.texts().say("queue.count", others().size());
    }

    /** Those with their whole way: for an applicant, who has few and wants to see where each is. */
    public List<QueueRow> drawn() {
        return isApplicant() && rows().size() <= DRAWN ? rows() : List.of();
    }

    /** The others. */
    public List<QueueRow> listed() {
        return drawn().isEmpty() ? rows() : List.of();
    }

    public String title() {
        return desk.texts()
                .say(isApplicant() ? "queue.title.applicant" : isLaboratory() ? "queue.title.lab" : "queue.title");
    }

    /** The earliest day by which the reader has to act; empty when there is none. */
    public String nextDue() {
        return mine().stream()
                .filter(row -> !row.due().isEmpty())
                .findFirst()
                .map(row -> desk.texts().say("queue.due", row.due(), row.number()))
                .orElse("");
    }

    public boolean isApplicant() {
        return desk.actor().roles().contains(Role.SPONSOR);
    }

    public boolean isLaboratory() {
        return desk.actor().roles().contains(Role.EVALUATOR);
    }

    private List<QueueRow> read() {
        ReadQueue.Queue read = queue.of(desk.actor());
        more = read.more();
        asked = read.lines().stream()
                .flatMap(line -> line.expected().stream()
                        .filter(one -> one.kind() == ReadQueue.Kind.ANSWER)
                        .flatMap(one -> question(line, one)))
                .sorted(Comparator.comparing(one -> one.question().lastRound().due()))
                .limit(MOST_ASKED)
                .map(this::line)
                .toList();
        List<Proposal> open = Permission.READ_DECISIONS.isGrantedTo(desk.actor())
                ? decisions.open(desk.actor(), Optional.empty(), MOST_PROPOSALS)
                : List.of();
        List<Row> all = read.lines().stream()
                .map(line -> row(line, open))
                // A proposal that expires may be due before what the dossier waits for.
                .sorted(Comparator.comparing((Row row) -> !row.shown().mine())
                        .thenComparing(row -> row.due().orElse(LocalDate.MAX)))
                .toList();
        handIns = all.stream()
                .filter(row -> row.line().expected().stream().anyMatch(one -> one.kind() == ReadQueue.Kind.STAGE))
                .limit(MOST_HANDED_IN)
                .flatMap(this::handIns)
                .toList();
        return all.stream().map(Row::shown).toList();
    }

    private Stream<HandInLine> handIns(Row row) {
        DossierSight sight = row.line().sight();
        CaseWords words = new CaseWords(sight.scheme(), desk);
        return dossiers.handIns(desk.actor(), sight.dossier().id()).stream()
                .map(all -> HandInLine.of(sight, all, words, row.shown().until()));
    }

    private record Row(ReadQueue.Line line, QueueRow shown, Optional<LocalDate> due) {}

    private Row row(ReadQueue.Line line, List<Proposal> open) {
        DossierSight sight = line.sight();
        CaseWords words = new CaseWords(sight.scheme(), desk);
        Optional<Proposal> proposal = proposed(sight.dossier().id(), open);
        StageWay way = new StageWay(sight, words);
        LocalDate today = sight.day();
        Optional<LocalDate> due = Stream.concat(line.due().stream(), proposal.map(Proposal::expires).stream())
                .min(Comparator.naturalOrder());
        QueueRow shown = new QueueRow(
                desk.to("/desk/dossiers/" + sight.dossier().id()),
                sight.dossier().opening().number(),
                sight.dossier().application().subject().name(),
                sight.dossier().parties().sponsor().name(),
                words.version(),
                words.stage(sight.dossier().stage()),
                new Expectations(line, proposal, words)
                        .all().stream().limit(MOST_TOLD).collect(Collectors.joining(" · ")),
                holder(line, words),
                due.map(words::shortDay).orElse(""),
                due.map(day -> words.distance(today, day)).orElse(""),
                due.map(day -> CaseWords.urgency(today, day)).orElse(""),
                way.next().map(Stage::label).map(words::in).orElse(""),
                isApplicant() ? way.steps() : List.of());
        return new Row(line, shown, due);
    }

    private static Optional<Proposal> proposed(DossierId id, List<Proposal> open) {
        return open.stream()
                .filter(proposal ->
                        proposal.content().dossier().filter(id::equals).isPresent())
                .findFirst();
    }

    private String holder(ReadQueue.Line line, CaseWords words) {
        return CaseSheets.holder(line.sight(), words).orElseGet(() -> words.say("ball.nobody"));
    }
}
