package org.sceau.registry.web.visa;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.domain.publication.Recognitions;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.results.Filter;
import org.sceau.registry.web.results.Question;
import org.sceau.registry.web.results.ResultRows;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Lists;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.ScopeWord;
import org.sceau.registry.web.words.Texts;
import org.sceau.registry.web.words.VersionWords;

/**
 * Makes the sheet of a visa.
 *
 * @param urnSpace prefix of visa URNs
 * @param day      the legal day whose status is shown
 */
record VisaSheets(Schemes schemes, LegalCalendar calendar, Links links, String urnSpace, LocalDate day) {

    VisaSheet sheet(Visa visa, HolderVisas holder) {
        VisaFacts facts = visa.facts().on(day);
        SchemeWords words = new SchemeWords(schemes, links.language());
        Optional<OutcomeKind> outcome =
                schemes.version(facts.scheme()).map(version -> version.outcome().value());
        String category = words.category(facts);
        int conditions = facts.conditions().size();
        return new VisaSheet(
                visa.slug().value(),
                ResultRows.reference(visa),
                Stream.of(Lists.inside(category), facts.holder().name())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")),
                ResultRows.title(facts),
                covers(facts, words),
                words.family(facts.family()),
                familyAddress(facts),
                StatusWords.in(links.language())
                        .verdict(
                                facts.statusOn(day, words.atEnd(facts)),
                                facts.subject().kind()),
                facts.conditions().stream()
                        .map(clause -> clause.in(links.language().locale()))
                        .toList(),
                texts().say("visa.conditions", conditions),
                texts().say("visa.heading." + code(outcome)),
                new VisaFactLines(words, links, day).facts(facts, version(facts), holder),
                words.scopes(facts),
                documents(facts),
                new History(words, links.language(), calendar.today(), words.atEnd(facts), outcome)
                        .events(visa.facts(), recorded(visa)),
                origin(visa),
                remarks(facts),
                urnSpace + visa.slug().value());
    }

    private Optional<SchemeVersion> version(VisaFacts facts) {
        return schemes.version(facts.scheme());
    }

    private String covers(VisaFacts facts, SchemeWords words) {
        List<String> scopes = words.scopes(facts).stream()
                .filter(ScopeWord::granted)
                .map(ScopeWord::label)
                .toList();
        List<String> parts = Stream.of(
                        Stream.of(words.version(facts.scheme())),
                        words.level(facts).map(level -> texts().say("covers.level", Lists.inside(level))).stream(),
                        new VersionWords(texts())
                                .of(facts.subject()).map(versions -> texts().say("covers.versions", versions)).stream(),
                        scopes.stream().map(Lists::inside))
                .flatMap(part -> part)
                .toList();
        return String.join(", ", parts) + ".";
    }

    private String familyAddress(VisaFacts facts) {
        Question family =
                Question.everything().with(Filter.SCHEME, Set.of(facts.family().value()));
        return links.to("/catalogue") + family.query();
    }

    private List<LinkedDocument> documents(VisaFacts facts) {
        return facts.documents().stream()
                .map(document -> new LinkedDocument(
                        texts().say("document." + code(document.kind())),
                        document.address().toASCIIString(),
                        Optional.ofNullable(document.address().getHost()).orElse(""),
                        document.sha256().orElse("")))
                .toList();
    }

    private HistoryEvent recorded(Visa visa) {
        LocalDate recordedOn = calendar.dayOf(visa.recordedAt());
        return new HistoryEvent(
                recordedOn,
                "",
                "pen",
                days().day(recordedOn),
                texts().say("event.recorded"),
                texts().say("event.recorded.text", String.valueOf(visa.version()), source(visa)));
    }

    private List<Fact> origin(Visa visa) {
        Stream<Optional<Fact>> facts = Stream.of(
                Optional.of(fact("origin.source", source(visa))),
                visa.provenance().edition().map(edition -> fact("origin.edition", days().day(edition))),
                Optional.of(fact("origin.row", visa.provenance().row())),
                Optional.of(
                        fact("origin.recorded", days().moment(visa.recordedAt().atZone(calendar.zone())))),
                Optional.of(fact("origin.version", String.valueOf(visa.version()))),
                Optional.of(fact("origin.position", texts().say("origin.position.text", visa.position()))));
        return facts.flatMap(Optional::stream).toList();
    }

    private List<String> remarks(VisaFacts facts) {
        return facts.flags().stream()
                .filter(flag -> !Recognitions.isExclusion(flag))
                .map(flag -> texts().sayOr("flag." + flag, texts().say("flag.other", flag)))
                .toList();
    }

    private String source(Visa visa) {
        String code = visa.provenance().source();
        return texts().sayOr("source." + code, code);
    }

    private Fact fact(String key, String text) {
        return Fact.of(texts().say(key), text);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String code(Optional<OutcomeKind> outcome) {
        return outcome.map(VisaSheets::code).orElse("other");
    }

    private Texts texts() {
        return Texts.in(links.language());
    }

    private DayWords days() {
        return DayWords.in(links.language());
    }
}
