package org.sceau.registry.web.results;

import java.time.LocalDate;
import java.util.List;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.address.Addresses;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.Lists;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.ScopeWord;
import org.sceau.registry.web.words.Texts;

/**
 * Makes rows of visas.
 *
 * @param day the legal day whose status is shown
 */
public record ResultRows(SchemeWords schemes, Links links, LocalDate day) {
    /** Beyond this many scopes a row names only the granted ones. */
    private static final int SCOPES_IN_FULL = 6;

    /** @param question words to mark in the title */
    public ResultRow row(Visa visa, String question) {
        VisaFacts facts = visa.facts().on(day);
        StatusOnDay status = facts.statusOn(day, schemes.atEnd(facts));
        String title = title(facts);
        return new ResultRow(
                address(visa),
                TitlePart.of(title, question),
                reference(visa),
                schemes.version(facts.scheme()),
                schemes.level(facts).map(Lists::inside).orElse(""),
                facts.subject().name().equals(facts.holder().name())
                        ? ""
                        : facts.holder().name(),
                facts.region().orElse(""),
                scopes(facts),
                StatusWords.in(links.language()).verdict(status, facts.subject().kind()),
                hint(status));
    }

    /** Name and versions, as certified. */
    public static String title(VisaFacts facts) {
        return facts.subject()
                .versions()
                .filter(versions -> !facts.subject().name().endsWith(versions))
                .map(versions -> facts.subject().name() + ", " + versions)
                .orElse(facts.subject().name());
    }

    /** The reference as people write it; for a decision number, which is no name by itself, the address. */
    public static String reference(Visa visa) {
        return switch (visa.facts().reference().numbering()) {
            case OFFICIAL -> visa.facts().reference().text();
            case DECISION_OF_YEAR -> visa.slug().value();
        };
    }

    public String address(Visa visa) {
        return links.to(Addresses.ofVisa(visa.slug()));
    }

    private List<ScopeWord> scopes(VisaFacts facts) {
        List<ScopeWord> all = schemes.scopes(facts);
        return all.size() <= SCOPES_IN_FULL
                ? all
                : all.stream().filter(ScopeWord::granted).toList();
    }

    private String hint(StatusOnDay status) {
        Texts texts = Texts.in(links.language());
        if (status.status() == VisaStatus.SUSPENDED) {
            return texts.say("hint.suspended");
        }
        boolean soon = status.status() == VisaStatus.IN_FORCE
                && status.until()
                        .filter(last -> last.isBefore(day.plusMonths(3)))
                        .isPresent();
        return soon ? texts.say("hint.soon") : "";
    }
}
