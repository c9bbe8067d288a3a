package org.sceau.registry.web.status;

import java.time.LocalDate;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Texts;

/** Puts statuses into words. The wording is part of the visual direction: changing it changes what people rely on. */
public final class StatusWords {
    private final Texts texts;
    private final DayWords days;

    private StatusWords(Language language) {
        texts = Texts.in(language);
        days = DayWords.in(language);
    }

    public static StatusWords in(Language language) {
        return new StatusWords(language);
    }

    /** The one word of a status. */
    public String tag(VisaStatus status) {
        return texts.say("status." + status.code());
    }

    /** What a visitor is told about a visa in this status. */
    public Verdict verdict(StatusOnDay on, SubjectKind kind) {
        VisaStatus status = on.status();
        return new Verdict(
                tone(status),
                status.code(),
                tag(status),
                says(on),
                means(on, kind),
                line(on),
                on.reason()
                        .map(reason -> texts.say("verdict.reason", withoutStop(reason)))
                        .orElse(""));
    }

    /**
     * What a visitor is told about something that is not here: never that it is not certified.
     *
     * @param where the lists that were consulted, as the end of a sentence
     */
    public Verdict unknown(String where) {
        return new Verdict(
                "past",
                "unknown",
                texts.say("status.unknown"),
                texts.say("says.unknown"),
                texts.say("means.unknown", where),
                "",
                "");
    }

    /** The style class of a status. */
    public static String tone(VisaStatus status) {
        return switch (status) {
            case IN_FORCE -> "ok";
            case SUSPENDED -> "pause";
            case WITHDRAWN -> "stop";
            case EXPIRED, ARCHIVED -> "past";
            case NOT_MAINTAINED -> "care";
            case NOT_YET_IN_FORCE -> "next";
        };
    }

    private String says(StatusOnDay on) {
        String key = "says." + on.status().code();
        return switch (on.status()) {
            case IN_FORCE ->
                on.until()
                        .map(last -> texts.say(key, days.day(last)))
                        .orElseGet(() -> texts.say(key + ".open", days.day(on.since())));
            case NOT_MAINTAINED -> texts.say(key);
            default -> texts.say(key, days.day(on.since()));
        };
    }

    private String means(StatusOnDay on, SubjectKind kind) {
        String key = "means." + on.status().code();
        return switch (on.status()) {
            case IN_FORCE -> texts.say(key + "." + about(kind));
            case SUSPENDED -> suspended(key, on);
            default -> texts.say(key);
        };
    }

    private String suspended(String key, StatusOnDay on) {
        if (on.overdue()) {
            return texts.say(key + ".overdue") + " " + texts.say(key);
        }
        String decision = on.until()
                .map(last -> " " + texts.say(key + ".until", days.day(last)))
                .orElse("");
        return texts.say(key) + decision;
    }

    private String line(StatusOnDay on) {
        String key = "line." + on.status().code();
        return switch (on.status()) {
            case IN_FORCE ->
                on.until().map(last -> texts.say(key, days.shortDay(last))).orElseGet(() -> texts.say(key + ".open"));
            case SUSPENDED -> suspendedLine(key, on);
            case NOT_MAINTAINED -> texts.say(key, days.shortDay(on.since()));
            case EXPIRED -> texts.say(key, days.shortDay(lastDayBefore(on.since())));
            default -> texts.say(key, days.shortDay(on.since()));
        };
    }

    private String suspendedLine(String key, StatusOnDay on) {
        if (on.overdue()) {
            return texts.say(key + ".overdue", days.shortDay(on.since()));
        }
        return on.until()
                .map(last -> texts.say(key + ".until", days.shortDayBefore(on.since(), last), days.shortDay(last)))
                .orElseGet(() -> texts.say(key, days.shortDay(on.since())));
    }

    private static LocalDate lastDayBefore(LocalDate since) {
        return since.minusDays(1);
    }

    private static String about(SubjectKind kind) {
        return switch (kind) {
            case PRODUCT, PRODUCT_SERIES, SOFTWARE, EQUIPMENT -> "versions";
            case SERVICE -> "service";
            case ID_MEANS -> "means";
            case SITE -> "site";
            case PROTECTION_PROFILE -> "profile";
            case ORGANISATION -> "organisation";
        };
    }

    private static String withoutStop(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
