package org.sceau.registry.web.casework;

import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;

/** What an application declares, as a person reads it. */
record FactWords(CaseWords words, SchemeVersion scheme) {

    String of(String id, FactValue value) {
        if (value instanceof FactValue.Flag flag) {
            return words.say(flag.value() ? "yes" : "no");
        }
        if (value instanceof FactValue.Whole whole) {
            return Long.toString(whole.value());
        }
        if (value instanceof FactValue.Day day) {
            return words.day(day.value());
        }
        if (value instanceof FactValue.Moment moment) {
            return words.moment(moment.value());
        }
        if (value instanceof FactValue.Shares shares) {
            return shares.hundredths().stream()
                    .map(share -> words.say("share", share / 100.0))
                    .collect(Collectors.joining(", "));
        }
        return ((FactValue.Words) value)
                .values().stream().map(word -> option(id, word)).collect(Collectors.joining(", "));
    }

    private String option(String fact, String word) {
        return scheme.conduct()
                .flatMap(conduct -> conduct.procedure().fact(fact))
                .map(FactType::options)
                .map(options -> options.get(word))
                .map(words::in)
                .orElse(word);
    }
}
