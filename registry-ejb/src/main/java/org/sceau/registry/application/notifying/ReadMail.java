package org.sceau.registry.application.notifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;

/** How the mail of this registry gets on, for whoever runs it: numbers alone, neither to whom nor of what. */
@ApplicationScoped
public class ReadMail {
    private final Door door;
    private final Notifications notifications;
    private final Mailer mailer;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadMail() {
        this(null, null, null);
    }

    @Inject
    public ReadMail(Door door, Notifications notifications, Mailer mailer) {
        this.door = door;
        this.notifications = notifications;
        this.mailer = mailer;
    }

    /**
     * Notifications of the last thirty days, which mails bring.
     *
     * @param open    whether there is a mail server
     * @param waiting for their hour or for a server, those of {@code again} among them
     * @param again   of these, handed over before in vain
     * @param sent    taken by the server
     * @param failed  refused for good, or given up
     */
    public record Standing(boolean open, long waiting, long again, long sent, long failed) {}

    public Standing now(Actor actor) {
        return door.prepare(
                actor,
                Permission.READ_SCHEDULED_WORK,
                "mail",
                () -> new Standing(
                        mailer.isOpen(),
                        notifications.count(Notification.State.WAITING)
                                + notifications.count(Notification.State.SENDING),
                        notifications.countWaitingAgain(),
                        notifications.count(Notification.State.SENT),
                        notifications.count(Notification.State.FAILED)));
    }
}
