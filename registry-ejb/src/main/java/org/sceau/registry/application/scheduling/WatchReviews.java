package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Minds what a scheme demands of a visa again and again, such as an audit each 24 months (eIDAS Art. 20(1)): tells the holder ahead and
 * when it is late, then asks officers until a dossier of that kind has ended well or the visa is over. Of a visa that came by an import
 * nothing is known of what was audited: nobody is asked about it.
 */
@ApplicationScoped
public class WatchReviews implements Duty {
    private static final Set<Role> OFFICERS = Set.of(Role.CERTIFIER);
    private static final Set<VisaStatus> LIVE = Set.of(VisaStatus.IN_FORCE, VisaStatus.SUSPENDED);

    private final Agenda agenda;
    private final Tasks tasks;
    private final Visas visas;
    private final Dossiers dossiers;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchReviews() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WatchReviews(
            Agenda agenda,
            Tasks tasks,
            Visas visas,
            Dossiers dossiers,
            Schemes schemes,
            RevisionsInUse editions,
            Operator operator) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.visas = visas;
        this.dossiers = dossiers;
        this.schemes = schemes;
        this.editions = editions;
        this.operator = operator;
    }

    /**
     * A follow-up that is due again and again.
     *
     * @param ended legal days on which a dossier of this kind ended well, in their order
     */
    private record Review(FollowUp row, LocalDate granted, List<LocalDate> ended) {
        private Period every() {
            return row.every().orElseThrow();
        }

        /** The last day in time, as it stood at the end of a day. */
        private LocalDate due(LocalDate day) {
            return ended.stream()
                    .filter(end -> !end.isAfter(day))
                    .reduce((former, latter) -> latter)
                    .orElse(granted)
                    .plus(every());
        }

        private Stream<LocalDate> turns() {
            return Stream.concat(
                    ended.stream(),
                    Stream.concat(Stream.of(granted), ended.stream())
                            .map(from -> from.plus(every()).plusDays(1)));
        }

        private String occurrence(LocalDate due) {
            return row.kind().code() + "/" + due;
        }
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        Set<SchemeId> reviewed = schemes.all().stream()
                .filter(version -> version.conduct().stream()
                        .flatMap(conduct -> conduct.followUps().stream())
                        .anyMatch(row -> row.every().isPresent()))
                .map(version -> version.id().scheme())
                .collect(Collectors.toSet());
        return agenda.granted(reviewed, new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        List<Review> reviews = reviews(visa);
        SortedSet<LocalDate> days = span.days(Stream.concat(
                reviews.stream().flatMap(Review::turns),
                Stream.concat(
                        visa.facts().statuses().stream().map(StatusChange::since),
                        visa.facts().validity().lastDay().map(last -> last.plusDays(1)).stream())));
        List<Tasks.Recorded> open = tasks.open(Concern.of(visa.id())).stream()
                .filter(recorded -> recorded.task().key().kind() == TaskKind.REVIEW_OVERDUE)
                .toList();
        List<Deed> deeds = new ArrayList<>(Course.of(
                open,
                days,
                day -> new Course.Standing(
                        overdue(visa, reviews, day),
                        task -> new Task.Settlement(
                                day,
                                isLive(visa, day)
                                        ? "reviewed"
                                        : status(visa, day).code(),
                                Optional.empty(),
                                Optional.empty()))));
        for (Review review : reviews) {
            told(visa, review, span).forEach(deeds::add);
        }
        return deeds;
    }

    private List<Review> reviews(Visa visa) {
        List<Dossier> behind = dossiers.behind(visa.id()).stream()
                .map(Dossiers.Recorded::dossier)
                .toList();
        return editions.current(visa.facts().scheme()).stream()
                .flatMap(version -> version.conduct().stream())
                .flatMap(conduct -> conduct.followUps().stream())
                .filter(row -> row.every().isPresent())
                .map(row -> new Review(
                        row,
                        visa.facts().validity().firstDay(),
                        behind.stream()
                                .filter(dossier -> dossier.opening().kind() == row.kind()
                                        && dossier.opening()
                                                .about()
                                                .filter(visa.id()::equals)
                                                .isPresent())
                                .flatMap(dossier -> endedWell(dossier).stream())
                                .sorted(Comparator.naturalOrder())
                                .toList()))
                .toList();
    }

    private Optional<LocalDate> endedWell(Dossier dossier) {
        return editions.of(dossier.opening())
                .conduct()
                .map(Conduct::procedure)
                .flatMap(procedure -> dossier.history().stages().stream()
                        .filter(entry -> procedure
                                .stage(entry.stage())
                                .filter(stage -> stage.phase() == Phase.GRANTED)
                                .isPresent())
                        .map(StageEntry::day)
                        .findFirst());
    }

    private VisaStatus status(Visa visa, LocalDate day) {
        return visa.facts()
                .statusOn(day, schemes.statusAtEnd(visa.facts().scheme()))
                .status();
    }

    private boolean isLive(Visa visa, LocalDate day) {
        return LIVE.contains(status(visa, day));
    }

    private List<Task> overdue(Visa visa, List<Review> reviews, LocalDate day) {
        return reviews.stream()
                .filter(review -> isLive(visa, day) && review.due(day).isBefore(day))
                .map(review -> task(visa, review, review.due(day)))
                .toList();
    }

    private static Task task(Visa visa, Review review, LocalDate due) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(TaskKind.REVIEW_OVERDUE, Concern.of(visa.id()), review.occurrence(due)),
                OFFICERS,
                due.plusDays(1),
                Optional.of(due),
                Optional.of(review.row().source()),
                Optional.empty(),
                1);
    }

    /** Ahead, the nearest of the marks that the operator warns at; then once when it is late. */
    private Stream<Deed> told(Visa visa, Review review, Span span) {
        if (!isLive(visa, span.to())) {
            return Stream.empty();
        }
        LocalDate due = review.due(span.to());
        Optional<Deed> near = operator.warnings()
                .nearest(due, span.to())
                .map(mark -> notice(
                        NoticeKind.REVIEW_NEAR,
                        visa,
                        review,
                        review.occurrence(due) + "/" + mark.months(),
                        mark.day(),
                        due));
        Optional<Deed> late = Optional.of(due.plusDays(1))
                .filter(span::holds)
                .map(day -> notice(NoticeKind.REVIEW_OVERDUE, visa, review, review.occurrence(due), day, due));
        return Stream.concat(near.stream(), late.stream());
    }

    private static Deed notice(
            NoticeKind kind, Visa visa, Review review, String occurrence, LocalDate day, LocalDate due) {
        return new Deed.Give(new Notice(
                kind,
                Optional.of(visa.facts().holder().name()),
                Concern.of(visa.id()),
                occurrence,
                day,
                Optional.of(due),
                Optional.of(review.row().kind().label().fr() + " / "
                        + review.row().kind().label().en()),
                Optional.of(review.row().source())));
    }
}
