package org.sceau.registry.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes guessing slow: after three failures the next attempt on an account from an address must wait 2 seconds, then twice as long
 * each time, at most 5 minutes. Nothing is locked for ever, and quiet for an hour forgets. An unknown account waits just as long.
 */
@ApplicationScoped
public class SignInDelays {
    static final int FREE_FAILURES = 3;
    static final int MOST_REMEMBERED = 10_000;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int LONGEST_NAME = 100;

    private record Key(String account, String address) {}

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    /** Oldest use first; an attacker who floods it pushes out old failures, and keeps failing under the new ones. */
    private final Map<Key, Failures> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SignInDelays() {
        this(null);
    }

    @Inject
    public SignInDelays(Clock clock) {
        this.clock = clock;
    }

    /** How long until the next attempt is heard; zero when it is heard now. */
    synchronized Duration left(String account, String address) {
        Failures failures = remembered.get(key(account, address));
        if (failures == null || failures.count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failures.last.plus(delayAfter(failures.count)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        remembered.compute(key(account, address), (key, before) -> {
            boolean fresh = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now);
            return new Failures(fresh ? 1 : before.count + 1, now);
        });
    }

    synchronized void succeeded(String account, String address) {
        remembered.remove(key(account, address));
    }

    synchronized int size() {
        return remembered.size();
    }

    private static Duration delayAfter(int failures) {
        int doublings = Math.min(failures - FREE_FAILURES, 20);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static Key key(String account, String address) {
        String name = account.strip().toLowerCase(Locale.ROOT);
        return new Key(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, address);
    }
}
