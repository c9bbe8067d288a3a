package org.sceau.registry.application.notifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Operator;

/** Which mail is handed over next, and what becomes of it; on the transactions of whoever hands it over. */
@ApplicationScoped
public class Outgoing {
    /** Attempts that count, over about forty hours. */
    static final int MOST_ATTEMPTS = 14;

    private static final int MOST_IN_A_MAIL = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(8);
    private static final int DOUBLINGS = 9;
    private static final Logger LOG = Logger.getLogger(Outgoing.class.getName());

    private final Notifications notifications;
    private final Recipients recipients;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Outgoing() {
        this(null, null, null);
    }

    @Inject
    public Outgoing(Notifications notifications, Recipients recipients, Operator operator) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.operator = operator;
    }

    /** A mail that is about to be handed over for the n-th time. */
    record Attempt(Mail mail, int number) {}

    /**
     * Marks the next mail as under way: one that was so when somebody stopped, else one that is due. What its person may not read any more,
     * or what was done meanwhile, is left out.
     */
    Optional<Attempt> next(Instant now) {
        List<Notification> some = some(now);
        while (!some.isEmpty()) {
            Notification first = some.get(0);
            Optional<Recipients.Person> person = recipients.person(first.accountId());
            List<Notification> still = some.stream()
                    .filter(one ->
                            person.filter(recipients.concerned(one.told())).isPresent())
                    .toList();
            notifications.drop(some.stream().filter(one -> !still.contains(one)).toList(), now);
            if (!still.isEmpty() && first.attempts() < MOST_ATTEMPTS) {
                Mail mail = mail(first.mailId().orElse(first.id()), person.orElseThrow(), still);
                int number = first.attempts() + 1;
                notifications.begin(still, mail.id(), number);
                return Optional.of(new Attempt(mail, number));
            }
            if (!still.isEmpty()) {
                // It was under way at the end of a process each time: perhaps it is what ends them.
                notifications.end(first.mailId().orElseThrow(), first.attempts(), Notification.State.FAILED, now);
            }
            some = some(now);
        }
        return Optional.empty();
    }

    private List<Notification> some(Instant now) {
        List<Notification> under = notifications.underWay();
        return under.isEmpty() ? notifications.due(now, MOST_IN_A_MAIL) : under;
    }

    private Mail mail(String id, Recipients.Person person, List<Notification> some) {
        Map<Told, Integer> counts = new LinkedHashMap<>();
        some.forEach(one -> counts.merge(one.told().kindAlone(), 1, Integer::sum));
        Language language = Language.ofCode(person.profile().language())
                .filter(operator.languages()::has)
                .orElse(operator.languages().first());
        return new Mail(
                id,
                person.profile().mail(),
                language,
                counts.entrySet().stream()
                        .map(line -> new Mail.Line(line.getKey().label(), line.getValue()))
                        .toList());
    }

    /** Keeps what became of an attempt. The log says which mail failed, and neither to whom nor of what. */
    void ended(Attempt attempt, Mailer.Outcome outcome, Instant now) {
        String id = attempt.mail().id();
        int number = attempt.number();
        switch (outcome) {
            case ACCEPTED -> notifications.end(id, number, Notification.State.SENT, now);
            case REFUSED -> fail(id, number, now);
            case UNREACHABLE -> notifications.putOff(id, number, number - 1, now.plus(FIRST_PAUSE));
            case PUT_OFF -> {
                if (number < MOST_ATTEMPTS) {
                    notifications.putOff(id, number, number, now.plus(pause(number)));
                } else {
                    fail(id, number, now);
                }
            }
        }
    }

    private void fail(String id, int number, Instant now) {
        LOG.log(Level.WARNING, "mail {0} is given up after attempt {1}", new Object[] {id, number});
        notifications.end(id, number, Notification.State.FAILED, now);
    }

    /** One minute, then twice as long each time, to eight hours. */
    private static Duration pause(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
