package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.notifying.KeepPreference;
import org.sceau.registry.application.notifying.Manner;
import org.sceau.registry.application.scheduling.ReadNotices;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.application.surveilling.NotifyOfVulnerability;
import org.sceau.registry.application.surveilling.Vulnerabilities;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.vulnerability.DataPackage;

/** What somebody is asked and was told, what of it is new, and how to be told of it by mail. */
@Named("notificationsDesk")
@RequestScoped
public class NotificationsDesk {
    private static final int MOST = 50;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadNotices reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkOnTasks tasking;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NotifyOfVulnerability warning;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepPreference keeping;

    private @Nullable List<Line> tasks;
    private @Nullable List<Line> notices;
    private KeepPreference.@Nullable Own own;
    private @Nullable String manner;
    private @Nullable RefusalWords refusal;
    private boolean kept;

    /**
     * One line of a table.
     *
     * @param about   what it is about in words; empty where nothing more may be said
     * @param address the page about it; empty where there is none
     * @param day     since when it is asked, or on which day it was told
     * @param until   the day it speaks of; empty for none
     * @param said    what a person said, what is demanded and how it is contested; empty where the kind says all
     * @param ground  by which row of its scheme it is owed or told, in words; empty where none says so
     * @param fresh   whether it came after what was marked as read
     */
    public record Line(
            long position,
            String kind,
            String about,
            String address,
            String day,
            String until,
            String said,
            String ground,
            boolean fresh) {}

    /** One choice of the form. */
    public record Choice(String code, String words) {}

    /** The open tasks of the account's roles, newest first. */
    public List<Line> tasks() {
        List<Line> known = tasks;
        if (known == null) {
            known = Permission.WORK_ON_TASKS.isGrantedTo(desk.actor())
                    ? tasking.page(desk.actor(), true, Optional.empty(), MOST).stream()
                            .map(this::line)
                            .toList()
                    : List.of();
            tasks = known;
        }
        return known;
    }

    /** What the account's organisation was told, newest first. */
    public List<Line> notices() {
        List<Line> known = notices;
        if (known == null) {
            known = Stream.concat(plainNotices(), warnings())
                    .sorted(Comparator.comparing(Line::position).reversed())
                    .limit(MOST)
                    .toList();
            notices = known;
        }
        return known;
    }

    private Stream<Line> plainNotices() {
        return Permission.READ_NOTICES.isGrantedTo(desk.actor())
                ? reading.page(desk.actor(), Optional.empty(), MOST).stream().map(this::line)
                : Stream.empty();
    }

    /** Vulnerabilities in what the organisation holds, and in what that rests on. */
    private Stream<Line> warnings() {
        return Permission.READ_VULNERABILITIES.isGrantedTo(desk.actor())
                ? warning.toMe(desk.actor()).stream().map(this::line)
                : Stream.empty();
    }

    private Line line(WorkOnTasks.Sight sight) {
        Task task = sight.recorded().task();
        return new Line(
                sight.recorded().position(),
                task.key().kind().label().in(desk.locale()),
                about(sight.visa(), sight.dossier()),
                address(sight.visa(), sight.dossier()),
                desk.days().day(task.since()),
                task.due().map(desk.days()::day).orElse(""),
                "",
                ground(task.ground()),
                isFresh(sight.recorded().position()));
    }

    private String ground(Optional<String> source) {
        return source.map(known -> desk.texts().say("tasks.ground", known)).orElse("");
    }

    private Line line(ReadNotices.Sight sight) {
        Notice notice = sight.recorded().notice();
        return new Line(
                sight.recorded().position(),
                notice.kind().label().in(desk.locale()),
                about(sight.visa(), sight.dossier()),
                address(sight.visa(), sight.dossier()),
                desk.days().day(notice.day()),
                notice.until().map(desk.days()::day).orElse(""),
                notice.text().orElse(""),
                ground(notice.ground()),
                isFresh(sight.recorded().position()));
    }

    private Line line(Vulnerabilities.Told told) {
        DataPackage content = told.content();
        return new Line(
                told.position(),
                desk.texts().say("notifications.warning"),
                content.number() + ", " + content.description().title(),
                desk.to("/desk/vulnerabilities"),
                desk.days().day(told.notice().day()),
                "",
                "",
                "",
                isFresh(told.position()));
    }

    private static String about(Optional<Visa> visa, Optional<Dossier> dossier) {
        return visa.map(known -> known.facts().reference().text() + ", "
                        + known.facts().subject().name())
                .or(() -> dossier.map(known -> known.opening().number() + ", "
                        + known.application().subject().name()))
                .orElse("");
    }

    /** The page of the dossier, or the public one of a listed visa; empty where neither is there. */
    private String address(Optional<Visa> visa, Optional<Dossier> dossier) {
        return dossier.map(known -> desk.to("/desk/dossiers/" + known.id()))
                .or(() -> visa.filter(known -> known.facts().listed()).map(known -> desk.to("/visas/" + known.slug())))
                .orElse("");
    }

    private boolean isFresh(long position) {
        return position > own().preference().seen();
    }

    /** How many of those shown are new. */
    public long fresh() {
        return tasks().stream().filter(Line::fresh).count()
                + notices().stream().filter(Line::fresh).count();
    }

    /** The same in words. */
    public String news() {
        return desk.texts().say("notifications.news", fresh());
    }

    /** Marks what is shown as read. */
    public void read() {
        long newest = LongStream.concat(
                        tasks().stream().mapToLong(Line::position),
                        notices().stream().mapToLong(Line::position))
                .max()
                .orElse(-1);
        act(() -> own = keeping.seen(desk.actor(), newest));
        tasks = null;
        notices = null;
    }

    public void choose() {
        act(() -> {
            own = keeping.choose(desk.actor(), Manner.ofCode(getManner()).orElse(Manner.AT_ONCE));
            kept = true;
        });
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    private KeepPreference.Own own() {
        KeepPreference.Own known = own;
        if (known == null) {
            known = keeping.mine(desk.actor());
            own = known;
        }
        return known;
    }

    /** Where mail goes, or why there is none. */
    public String mailing() {
        if (!own().open()) {
            return desk.texts().say("notifications.mail.closed");
        }
        return own().address()
                .map(address -> desk.texts().say("notifications.mail.to", address))
                .orElseGet(() -> desk.texts().say("notifications.mail.nowhere"));
    }

    public List<Choice> choices() {
        return Arrays.stream(Manner.values())
                .map(each -> new Choice(each.code(), desk.texts().say("notifications.manner." + each.code())))
                .toList();
    }

    public boolean kept() {
        return kept;
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    public String getManner() {
        return Optional.ofNullable(manner)
                .orElseGet(() -> own().preference().manner().code());
    }

    public void setManner(String manner) {
        this.manner = manner;
    }
}
