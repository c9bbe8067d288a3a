package org.sceau.registry.web.visa;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Lists;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.ScopeWord;
import org.sceau.registry.web.words.Texts;

/** What a visa says otherwise from a day on, in words. Of the recommendation nothing: the public sees its level alone (invariant 61). */
record TurnWords(SchemeWords schemes, Texts texts, DayWords days) {

    /** Empty when nothing changed that this page tells. */
    String changed(VisaFacts before, VisaFacts after) {
        return Stream.of(
                        line(
                                "fact.name",
                                before,
                                after,
                                facts -> facts.subject().name()),
                        line(
                                "fact.versions",
                                before,
                                after,
                                facts -> facts.subject().versions().orElse("")),
                        line(
                                "fact.level",
                                before,
                                after,
                                facts -> schemes.level(facts).map(Lists::inside).orElse("")),
                        line("fact.scopes", before, after, this::scopes),
                        line("fact.last-day", before, after, this::lastDay),
                        line(
                                "fact.holder",
                                before,
                                after,
                                facts -> facts.holder().name()),
                        line(
                                "fact.sponsor",
                                before,
                                after,
                                facts -> facts.sponsor().map(Organisation::name).orElse("")),
                        line("fact.national-security", before, after, this::nationalSecurity),
                        line("fact.agrement", before, after, this::agrement),
                        conditions(before.terms(), after.terms()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> line(String label, VisaFacts before, VisaFacts after, Function<VisaFacts, String> words) {
        String then = words.apply(before);
        String now = words.apply(after);
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(texts.say("event.changed.line", texts.say(label), orNone(now), orNone(then)));
    }

    private String orNone(String text) {
        return text.isEmpty() ? texts.say("event.changed.none") : text;
    }

    private String scopes(VisaFacts facts) {
        return schemes.scopes(facts).stream()
                .filter(ScopeWord::granted)
                .map(ScopeWord::label)
                .map(Lists::inside)
                .collect(Collectors.joining(", "));
    }

    private String lastDay(VisaFacts facts) {
        Optional<LocalDate> last = facts.validity().lastDay();
        return last.map(days::day).orElse("");
    }

    private String nationalSecurity(VisaFacts facts) {
        return facts.nationalSecurity()
                .map(flag -> texts.say(flag ? "event.changed.yes" : "event.changed.no"))
                .orElse("");
    }

    private String agrement(VisaFacts facts) {
        return facts.agrement()
                .map(agrement -> texts.say("agrement." + agrement.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private Optional<String> conditions(Terms before, Terms after) {
        List<?> then = before.conditions();
        List<?> now = after.conditions();
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(texts.say("event.changed.conditions", now.size(), then.size()));
    }
}
