package org.sceau.registry.application.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keys of attempts that were done, in the transaction of the act: neither a crash nor a twin can part the two. */
public interface Repetitions {
    /** How long a key stands for its act. */
    Duration KEPT = Duration.ofHours(24);

    /** What was asked under a key, and how its result is named. */
    record Done(String content, String result) {}

    /** What was done under a key since an instant; called behind the lock of the journal, so that a twin is seen. */
    Optional<Done> find(String actor, String key, Instant since);

    void keep(String actor, Once.Key key, String result, Instant at);

    /** Forgets what is older. */
    void forget(Instant before);
}
