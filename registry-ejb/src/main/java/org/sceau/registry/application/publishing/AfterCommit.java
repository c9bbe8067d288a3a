package org.sceau.registry.application.publishing;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.auditing.JournalView;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Committed;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Outbox;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.searching.CatalogueIndex;

/**
 * What follows a commit: the catalogue takes it in at once; lists are issued when things have been quiet for a moment, at the latest
 * after a quarter of an hour. A timer sees to both even if an announcement is lost, and to what falls due with the day.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AfterCommit {
    private static final String CATALOGUE = "catalogue";
    private static final String TRUST_LISTS = "trust-lists";
    private static final String ALL_NODES = "-";
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(AfterCommit.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    CatalogueIndex index;

    @Inject
    @SuppressWarnings("NullAway.Init")
    IssueTrustLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RevisionsInUse editions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Door door;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    JournalView journal;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Readiness readiness;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();
    private volatile Instant lookedAt = Instant.EPOCH;

    /** Changes that no list speaks of yet: since when, and when the last one came. */
    private record Waiting(Instant since, Instant last) {}

    public void committed(@ObservesAsync Committed news) {
        if (!readiness.isOpen()) {
            return;
        }
        Instant now = clock.instant();
        waiting.updateAndGet(before -> new Waiting(before == null ? now : before.since(), now));
        index.catchUp();
    }

    /** How far each consumer has got, for whoever watches or prunes the outbox. */
    private void keepCursors(long committed, boolean listed) {
        boolean moved = outbox.cursor(CATALOGUE, settings.node()) < committed
                || listed && outbox.cursor(TRUST_LISTS, ALL_NODES) < committed;
        if (moved) {
            door.prepare(Actor.SYSTEM, Permission.ISSUE_TRUST_LIST, "outbox", () -> {
                outbox.advance(CATALOGUE, settings.node(), committed);
                if (listed) {
                    outbox.advance(TRUST_LISTS, ALL_NODES, committed);
                }
                return committed;
            });
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        Instant now = clock.instant();
        Waiting news = waiting.get();
        boolean quiet = news != null
                && (news.last().plus(QUIET).isBefore(now)
                        || news.since().plus(LONGEST_WAIT).isBefore(now));
        boolean look = lookedAt.plus(LOOK_AGAIN).isBefore(now);
        if (!readiness.isOpen() || !(quiet || look) || !working.compareAndSet(false, true)) {
            return;
        }
        try {
            boolean overdue = news != null && news.since().plus(LONGEST_WAIT).isBefore(now);
            boolean held = !overdue && imports.isRecording();
            if (held && !look) {
                return;
            }
            lookedAt = now;
            editions.refresh();
            long committed = journal.size() - 1;
            index.catchUp();
            index.settle();
            boolean listed = false;
            if (!held) {
                // What comes meanwhile is news of its own.
                waiting.compareAndSet(news, null);
                listed = lists.issueDue();
            }
            keepCursors(committed, listed);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "publishing after a commit failed; it is tried again within a minute", e);
        } finally {
            working.set(false);
        }
    }
}
