package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Makes guessing a factor hopeless: after five wrong ones in a row the next must wait 30 seconds, then twice as long each time, at most
 * 15 minutes, from wherever it comes. Only somebody who knows the password comes this far, so nobody else can make an owner wait.
 */
@ApplicationScoped
public class Attempts {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private final Door door;
    private final Factors factors;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Attempts() {
        this(null, null);
    }

    @Inject
    public Attempts(Door door, Factors factors) {
        this.door = door;
        this.factors = factors;
    }

    /**
     * One attempt. It counts before it is looked at, in a transaction of its own, and is forgiven when it was right: attempts at one time
     * wait for each other, and a refusal takes no count back.
     *
     * @param right looks, in a transaction; what it keeps is kept only where it says yes
     * @throws org.sceau.registry.domain.refusal.Refused {@code factor-too-soon} with the seconds to wait, {@code factor-wrong}
     */
    void at(Actor actor, Permission permission, String accountId, Instant now, BooleanSupplier right) {
        door.prepare(actor, permission, "factor", () -> {
            Factors.Attempts before = factors.attempts(accountId).orElseGet(() -> new Factors.Attempts(0, now));
            Duration wait = Duration.between(now, before.last().plus(delayAfter(before.wrong())));
            if (before.wrong() >= FREE && wait.compareTo(Duration.ZERO) > 0) {
                throw Refusal.of("factor-too-soon", Refusal.Kind.TOO_SOON)
                        .with("seconds", Long.toString(wait.toSeconds() + 1))
                        .asException();
            }
            Factors.Attempts counted = new Factors.Attempts(before.wrong() + 1, now);
            factors.putAttempts(accountId, counted);
            return counted;
        });
        door.look(actor, permission, "factor", () -> {
            if (!right.getAsBoolean()) {
                throw Refusal.of("factor-wrong", Refusal.Kind.FORBIDDEN).asException();
            }
            Factors.Attempts forgiven = new Factors.Attempts(0, now);
            factors.putAttempts(accountId, forgiven);
            return forgiven;
        });
    }

    private static Duration delayAfter(int wrong) {
        Duration delay = FIRST.multipliedBy(1L << Math.max(0, Math.min(wrong - FREE, MOST_DOUBLINGS)));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
