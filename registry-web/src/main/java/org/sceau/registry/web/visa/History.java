package org.sceau.registry.web.visa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.FormerTerms;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.Texts;

/** The history of a visa: decided statuses, what it said otherwise before, the end of its validity once past, and when the registry learned of it. */
record History(
        SchemeWords schemes, Language language, LocalDate today, VisaStatus atEnd, Optional<OutcomeKind> outcome) {

    /**
     * Newest first.
     *
     * @param recorded what the registry itself did, with its legal day
     */
    List<HistoryEvent> events(VisaFacts facts, HistoryEvent recorded) {
        List<HistoryEvent> events = new ArrayList<>();
        StatusChange before = null;
        for (StatusChange change : facts.statuses()) {
            events.add(decided(facts, change, before == null ? null : before.status()));
            before = change;
        }
        turns(facts).forEach(events::add);
        end(facts).ifPresent(events::add);
        events.add(recorded);
        Collections.reverse(events);
        events.sort(Comparator.comparing(HistoryEvent::effective).reversed());
        return List.copyOf(events);
    }

    private Stream<HistoryEvent> turns(VisaFacts facts) {
        TurnWords words = new TurnWords(schemes, texts(), days());
        return facts.former().stream()
                .map(FormerTerms::until)
                .map(until -> changed(until.plusDays(1), words.changed(facts.on(until), facts.on(until.plusDays(1)))))
                .filter(event -> !event.text().isEmpty());
    }

    private HistoryEvent changed(LocalDate day, String text) {
        return new HistoryEvent(day, "", "pen", days().day(day), texts().say("event.changed"), text);
    }

    private HistoryEvent decided(VisaFacts facts, StatusChange change, @Nullable VisaStatus before) {
        List<String> categories = schemes.reasons(facts.scheme(), change.reasonCodes());
        String category = categories.isEmpty() ? "" : texts().say("event.reasons", String.join(", ", categories));
        String reason = change.reason().orElse("");
        String until = change.until()
                .map(last -> texts().say("event.suspended.until", days().day(last)))
                .orElse("");
        String what = change.status() == VisaStatus.IN_FORCE
                ? begun(before)
                : texts().say("event." + change.status().code());
        return event(
                change.since(),
                change.status(),
                what,
                Stream.of(future(change), until, category, reason)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private String future(StatusChange change) {
        return change.since().isAfter(today) ? texts().say("event.future") : "";
    }

    private String begun(@Nullable VisaStatus before) {
        if (before == VisaStatus.SUSPENDED) {
            return texts().say("event.lifted");
        }
        String granted =
                outcome.map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("other");
        return before == null ? texts().say("event.granted." + granted) : texts().say("event.again");
    }

    private Optional<HistoryEvent> end(VisaFacts facts) {
        return facts.validity()
                .lastDay()
                .map(last -> last.plusDays(1))
                .filter(ended -> !ended.isAfter(today))
                .filter(ended -> {
                    StatusOnDay on = facts.statusOn(ended, atEnd);
                    return on.status() == atEnd
                            && on.since().equals(ended)
                            && facts.statuses().stream()
                                    .noneMatch(change -> change.since().equals(ended));
                })
                .map(ended -> event(ended, atEnd, texts().say("event." + atEnd.code()), texts().say("event.end")));
    }

    private HistoryEvent event(LocalDate day, VisaStatus status, String what, String text) {
        return new HistoryEvent(day, StatusWords.tone(status), icon(status), days().day(day), what, text);
    }

    private static String icon(VisaStatus status) {
        return switch (status) {
            case IN_FORCE -> "tick";
            case SUSPENDED -> "bars";
            case WITHDRAWN -> "x";
            default -> status.code();
        };
    }

    private Texts texts() {
        return Texts.in(language);
    }

    private DayWords days() {
        return DayWords.in(language);
    }
}
