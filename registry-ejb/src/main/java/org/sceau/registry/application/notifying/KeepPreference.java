package org.sceau.registry.application.notifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.inviting.Profiles;

/** How the own account is told by mail, and up to where its person has read. */
@ApplicationScoped
public class KeepPreference {
    private static final String OBJECT = "notification-preference";

    private final Door door;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Preferences preferences;
    private final Notifications notifications;
    private final Digests digests;
    private final Mailer mailer;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepPreference() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public KeepPreference(
            Door door,
            Accounts accounts,
            Profiles profiles,
            Preferences preferences,
            Notifications notifications,
            Digests digests,
            Mailer mailer,
            LegalCalendar calendar) {
        this.door = door;
        this.accounts = accounts;
        this.profiles = profiles;
        this.preferences = preferences;
        this.notifications = notifications;
        this.digests = digests;
        this.mailer = mailer;
        this.calendar = calendar;
    }

    /**
     * What holds for the own account.
     *
     * @param address where mail goes; absent for an account without a profile, which gets none
     * @param open    whether this registry sends mail
     */
    public record Own(Preferences.Preference preference, Optional<String> address, boolean open) {}

    public Own mine(Actor actor) {
        return door.prepare(actor, Permission.KEEP_NOTIFICATIONS, OBJECT, () -> own(account(actor)));
    }

    /** Chooses. What waits already follows: it goes at once, with the next daily mail, or not at all. */
    public Own choose(Actor actor, Manner manner) {
        return door.prepare(actor, Permission.KEEP_NOTIFICATIONS, OBJECT, () -> {
            String account = account(actor);
            Instant now = calendar.clock().instant();
            preferences.put(account, preferences.of(account).with(manner));
            if (manner == Manner.NONE) {
                notifications.dropAll(account, now);
            } else {
                notifications.move(account, digests.due(manner, now));
            }
            return own(account);
        });
    }

    /** Marks what was told as read. Nothing becomes unread again. */
    public Own seen(Actor actor, long position) {
        return door.prepare(actor, Permission.KEEP_NOTIFICATIONS, OBJECT, () -> {
            String account = account(actor);
            preferences.put(account, preferences.of(account).seenTo(position));
            return own(account);
        });
    }

    private Own own(String account) {
        return new Own(preferences.of(account), profiles.find(account).map(Profiles.Profile::mail), mailer.isOpen());
    }

    private String account(Actor actor) {
        return accounts.byUsername(actor.name()).orElseThrow().id();
    }
}
