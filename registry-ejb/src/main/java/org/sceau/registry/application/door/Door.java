package org.sceau.registry.application.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * Lets acts in: authorise, run act and journal in one transaction, announce after the commit; a refusal enters the audit log
 * after its transaction ended.
 */
@ApplicationScoped
public class Door {
    /** Entries of others that a preparation is compared with; beyond, it is made again. */
    private static final int MOST_BESIDE = 200;

    private final Transactions transactions;
    private final Journal journal;
    private final AuditLog audit;
    private final Event<Committed> announcements;
    private final Clock clock;
    private final Repetitions repetitions;
    /** Entries that this node knows to be committed; the true number may be larger. */
    private final AtomicLong known = new AtomicLong();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Door() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Door(
            Transactions transactions,
            Journal journal,
            AuditLog audit,
            Event<Committed> announcements,
            Clock clock,
            Repetitions repetitions) {
        this.transactions = transactions;
        this.journal = journal;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
        this.repetitions = repetitions;
    }

    /**
     * An act that changes the registry, alone from its beginning to its end. It must put at least one entry on record. An attempt under a key ({@link Once}) is done once.
     *
     * @param object what the act is about, for the audit log; at most 200 characters, nothing confidential
     * @throws Refused when the actor may not, or the act says no; nothing changed then
     */
    public <R> R enter(Actor actor, Permission permission, String object, Function<Passage, R> act) {
        return enter(actor, permission, object, Optional::<Prepared>empty, (passage, nothing) -> act.apply(passage));
    }

    /**
     * The same for an act whose reading and asking is long beside its writing: it prepares while others write, and prepares again when its
     * turn has come if what it rests on may have changed meanwhile. What the second preparation says counts, and nothing of the first.
     *
     * @param preparation reads and asks, and changes nothing
     */
    public <P extends Prepared, R> R enter(
            Actor actor,
            Permission permission,
            String object,
            Function<Instant, P> preparation,
            BiFunction<Passage, P, R> act) {
        return enter(
                actor,
                permission,
                object,
                () -> early(preparation),
                (passage, early) -> act.apply(passage, early.orElseGet(() -> preparation.apply(passage.now()))));
    }

    /** A refusal may be answered by what comes on record before the turn: it is asked for again then. */
    private <P extends Prepared> Optional<P> early(Function<Instant, P> preparation) {
        try {
            return Optional.of(preparation.apply(now()));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private <P extends Prepared, R> R enter(
            Actor actor,
            Permission permission,
            String object,
            Supplier<Optional<P>> preparation,
            BiFunction<Passage, Optional<P>, R> act) {
        List<Long> positions = new java.util.ArrayList<>();
        Optional<Once<?>> attempt = Once.underWay();
        R result = guarded(
                actor,
                permission,
                object,
                () -> transactions.inNew(Behalf.of(actor, permission), () -> {
                    long seen = known.get();
                    Optional<P> early = preparation.get();
                    try (Journal.Pen pen = journal.open(actor, this::now)) {
                        attempt.ifPresent(once -> requireFirst(actor, once.key(), pen.at()));
                        R done = act.apply(new Inside(actor, pen), early.filter(found -> holds(found, pen, seen)));
                        if (pen.positions().isEmpty()) {
                            throw new IllegalStateException(
                                    "an act left no entry in the journal: " + permission + " " + object);
                        }
                        attempt.ifPresent(
                                once -> repetitions.keep(actor.name(), once.key(), once.nameOf(done), pen.at()));
                        pen.send();
                        positions.clear();
                        positions.addAll(pen.positions());
                        return done;
                    }
                }));
        long last = positions.get(positions.size() - 1);
        known.accumulateAndGet(last + 1, Math::max);
        announcements.fireAsync(new Committed(last));
        return result;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param seen how many entries were on record for sure when the preparation began */
    private boolean holds(Prepared found, Journal.Pen pen, long seen) {
        if (pen.first() - seen > MOST_BESIDE || !found.holdsAt(pen.at())) {
            return false;
        }
        return pen.first() == seen
                || journal.between(seen, pen.first()).stream().allMatch(found::holdsBeside);
    }

    /**
     * Work on rows that are no part of the registry's record: staging, progress, a worker's own notes. Needs the same
     * permission as the act it belongs to, and leaves no entry.
     */
    public <R> R prepare(Actor actor, Permission permission, String object, Supplier<R> work) {
        return guarded(actor, permission, object, () -> transactions.inNew(Behalf.of(actor, permission), work));
    }

    /** The same for an attempt under a key ({@link Once}): it is done once, and a twin waits for its end. */
    public <R> R prepareOnce(Actor actor, Permission permission, String object, Supplier<R> work) {
        Optional<Once<?>> attempt = Once.underWay();
        if (attempt.isEmpty()) {
            return prepare(actor, permission, object, work);
        }
        Once<?> once = attempt.get();
        return prepare(actor, permission, object, () -> {
            try (Journal.Pen pen = journal.open(actor, this::now)) {
                requireFirst(actor, once.key(), pen.at());
                R done = work.get();
                repetitions.keep(actor.name(), once.key(), once.nameOf(done), pen.at());
                pen.send();
                return done;
            }
        });
    }

    /** A look at what is confidential: like {@link #prepare}, and the audit log keeps that it happened. */
    public <R> R look(Actor actor, Permission permission, String object, Supplier<R> work) {
        R seen = prepare(actor, permission, object, work);
        audit.record(actor, actionOf(permission), object, "ok");
        return seen;
    }

    /** Behind the journal's lock: a twin of this attempt has ended, or has not begun. */
    private void requireFirst(Actor actor, Once.Key key, Instant now) {
        Instant since = now.minus(Repetitions.KEPT);
        repetitions.forget(since);
        repetitions.find(actor.name(), key.text(), since).ifPresent(done -> {
            if (!done.content().equals(key.content())) {
                throw Refusal.of("idempotency-key-reused", Refusal.Kind.CONFLICT)
                        .asException();
            }
            throw new Once.Repeated(done.result());
        });
    }

    private <R> R guarded(Actor actor, Permission permission, String object, Supplier<R> work) {
        try {
            if (!actor.isLetIn(permission)) {
                throw Refusal.of("token-scope-missing", Refusal.Kind.FORBIDDEN)
                        .with("act", actionOf(permission))
                        .asException();
            }
            if (actor.isSignedIn() && actor.proof().assurance() != Proof.Assurance.WHOLE) {
                permission.proofMissing(actor, now()).ifPresent(missing -> {
                    throw missing.asException();
                });
            }
            if (!permission.isGrantedTo(actor)) {
                throw Refusal.of(
                                actor.isSignedIn() ? "role-missing" : "sign-in-needed",
                                actor.isSignedIn() ? Refusal.Kind.FORBIDDEN : Refusal.Kind.UNAUTHENTICATED)
                        .asException();
            }
            permission.proofMissing(actor, now()).ifPresent(missing -> {
                throw missing.asException();
            });
            return work.get();
        } catch (Refused refused) {
            audit.record(actor, actionOf(permission), object, refused.refusal().code());
            throw refused;
        }
    }

    private static String actionOf(Permission permission) {
        return Coded.of(permission);
    }

    private record Inside(Actor actor, Journal.Pen pen) implements Passage {
        @Override
        public Instant now() {
            return pen.at();
        }

        @Override
        public long record(Entry entry) {
            return pen.write(entry);
        }
    }
}
