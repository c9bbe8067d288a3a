package org.sceau.registry.domain.task;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Something that somebody is asked to do.
 *
 * @param key        what it is about; no two tasks have the same, so it is asked once
 * @param roles      whom it is for; not empty
 * @param since      legal day from which it is owed, whenever it was noticed
 * @param due        last day in time; absent where none is set
 * @param ground     source of the row of a scheme by which it is owed; absent where none says so, and of tasks of before it was kept
 * @param settlement how it ended; absent while it is open
 * @param version    1 when raised, 2 when settled
 */
public record Task(
        TaskId id,
        Key key,
        Set<Role> roles,
        LocalDate since,
        Optional<LocalDate> due,
        Optional<String> ground,
        Optional<Settlement> settlement,
        long version) {

    /**
     * What makes two tasks the same.
     *
     * @param occurrence which of its kind about this subject: days and codes, 1 to 200 characters
     */
    public record Key(TaskKind kind, Concern concern, String occurrence) {
        public Key {
            if (occurrence.isBlank() || occurrence.length() > 200) {
                throw new IllegalArgumentException("an occurrence has 1 to 200 characters");
            }
        }
    }

    /**
     * How a task ended.
     *
     * @param day     legal day from which nothing was owed any more
     * @param outcome stable code, such as {@code lifted}
     * @param by      who settled it; absent when what was asked for was done
     * @param text    what that person said; at most 2000 characters
     */
    public record Settlement(LocalDate day, String outcome, Optional<Person> by, Optional<String> text) {
        /** Characters that a person may say. */
        public static final int MAX_TEXT = 2_000;

        public Settlement {
            if (text.filter(said -> said.isBlank() || said.length() > MAX_TEXT).isPresent()) {
                throw new IllegalArgumentException("a settlement says 1 to " + MAX_TEXT + " characters");
            }
        }
    }

    /** Refuses a task for nobody with {@link IllegalArgumentException}. */
    public Task {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a task is for somebody");
        }
    }

    public boolean isOpen() {
        return settlement.isEmpty();
    }

    /** The same task, settled by what was done or by who settles it. */
    public Task settled(Settlement how) {
        return new Task(id, key, roles, since, due, ground, Optional.of(how), version + 1);
    }

    /**
     * The same task, settled by a person.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code task-settled}, {@code task-not-by-hand}
     */
    public Task settledBy(Person person, LocalDate day, String text) {
        if (!isOpen()) {
            throw Refusal.of("task-settled", Refusal.Kind.CONFLICT).asException();
        }
        if (!key.kind().isSettledByHand()) {
            throw Refusal.of("task-not-by-hand", Refusal.Kind.CONFLICT)
                    .with("kind", key.kind().code())
                    .asException();
        }
        return settled(new Settlement(day, "by-hand", Optional.of(person), Optional.of(text)));
    }
}
