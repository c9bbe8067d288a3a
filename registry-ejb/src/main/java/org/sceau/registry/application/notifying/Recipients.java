package org.sceau.registry.application.notifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Outbox;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.application.inviting.Profiles;
import org.sceau.registry.application.scheduling.Notices;
import org.sceau.registry.application.scheduling.Readership;
import org.sceau.registry.application.scheduling.Tasks;
import org.sceau.registry.application.surveilling.NotifyOfVulnerability;
import org.sceau.registry.application.surveilling.Vulnerabilities;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;

/**
 * Whom a mail tells: whoever reads it in the product and has something to do with it. Auditors read everything and are asked nothing, so
 * that they get no mail as auditors.
 */
@ApplicationScoped
public class Recipients {
    private final Accounts accounts;
    private final SignIn signIn;
    private final Profiles profiles;
    private final Preferences preferences;
    private final Notices notices;
    private final Tasks tasks;
    private final Readership readership;
    private final Vulnerabilities vulnerabilities;
    private final NotifyOfVulnerability warning;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Recipients() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Recipients(
            Accounts accounts,
            SignIn signIn,
            Profiles profiles,
            Preferences preferences,
            Notices notices,
            Tasks tasks,
            Readership readership,
            Vulnerabilities vulnerabilities,
            NotifyOfVulnerability warning) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.profiles = profiles;
        this.preferences = preferences;
        this.notices = notices;
        this.tasks = tasks;
        this.readership = readership;
        this.vulnerabilities = vulnerabilities;
        this.warning = warning;
    }

    /**
     * Somebody who can sign in, wants mail and has an address for it.
     *
     * @param reads the roles by which the product shows things
     * @param acts  those of them by which something is to be done
     */
    record Person(
            String accountId,
            String organisation,
            RoleBook reads,
            RoleBook acts,
            Manner manner,
            Profiles.Profile profile) {}

    /** All of them. */
    List<Person> everybody() {
        return accounts.open().stream()
                .map(this::person)
                .flatMap(Optional::stream)
                .toList();
    }

    /** One of them; empty for an account that is none any more. */
    Optional<Person> person(String accountId) {
        return accounts.byId(accountId).flatMap(this::person);
    }

    private Optional<Person> person(Accounts.Account account) {
        Manner manner = preferences.of(account.id()).manner();
        return manner == Manner.NONE
                ? Optional.empty()
                : profiles.find(account.id())
                        .flatMap(profile -> signIn.known(account.username())
                                .map(actor -> new Person(
                                        account.id(),
                                        actor.organisation(),
                                        actor.book(),
                                        acting(actor.book()),
                                        manner,
                                        profile)));
    }

    private static RoleBook acting(RoleBook all) {
        return new RoleBook(all.grants().stream()
                .filter(grant -> grant.role() != Role.AUDITOR)
                .collect(Collectors.toSet()));
    }

    /** What an announcement tells people, as far as it does. */
    Optional<Told> told(Outbox.Notice news) {
        if (news.topic() == Entry.Topic.NOTICE) {
            return notices.find(news.position())
                    .map(recorded -> Told.notice(recorded.notice().kind(), news.position()));
        }
        if (news.topic() == Entry.Topic.TASK) {
            return tasks.find(TaskId.parse(news.detail()))
                    // The entry that settles a task asks nobody.
                    .filter(recorded -> recorded.position() == news.position())
                    .map(recorded -> Told.task(recorded.task().key().kind(), news.detail()));
        }
        if (news.topic() == Entry.Topic.VULNERABILITY) {
            return vulnerabilities.notice(news.position()).map(known -> Told.warning(known.position()));
        }
        return Optional.empty();
    }

    /** Who reads that in the product now, and has something to do with it; nobody once it is done or gone. */
    Predicate<Person> concerned(Told told) {
        return switch (told.source()) {
            case TASK ->
                tasks.find(TaskId.parse(told.subject()))
                        .map(Tasks.Recorded::task)
                        .filter(Task::isOpen)
                        .<Predicate<Person>>map(task -> person -> readership.isFor(person.acts(), task))
                        .orElse(nobody -> false);
            case NOTICE ->
                notices.find(Long.parseLong(told.subject())).map(this::readers).orElse(nobody -> false);
            case WARNING ->
                vulnerabilities
                        .notice(Long.parseLong(told.subject()))
                        .map(Vulnerabilities.Told::notice)
                        .<Predicate<Person>>map(
                                notice -> person -> warning.reads(person.acts(), person.organisation(), notice))
                        .orElse(nobody -> false);
        };
    }

    private Predicate<Person> readers(Notices.Recorded recorded) {
        Set<Optional<String>> shownTo = Stream.of(
                        Optional.<String>empty(), recorded.notice().addressee())
                .filter(addressee -> isShown(addressee, recorded.position()))
                .collect(Collectors.toSet());
        return person -> {
            Optional<String> addressee = Readership.addressee(person.reads(), person.organisation());
            return shownTo.contains(addressee)
                    && addressee.equals(Readership.addressee(person.acts(), person.organisation()))
                    && readership.reads(person.acts(), recorded.notice().concern());
        };
    }

    /** Whether a notice is among those of this addressee. */
    private boolean isShown(Optional<String> addressee, long position) {
        return notices.page(addressee, Optional.of(position + 1), 1).stream()
                .anyMatch(recorded -> recorded.position() == position);
    }
}
