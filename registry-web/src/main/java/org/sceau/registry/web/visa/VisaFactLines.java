package org.sceau.registry.web.visa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.address.Addresses;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Lists;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.Texts;
import org.sceau.registry.web.words.VersionWords;

/** The facts of a visa, each with its label; what its source left out is said only where a reader would miss it. */
record VisaFactLines(SchemeWords words, Links links, LocalDate day) {

    List<Fact> facts(VisaFacts facts, Optional<SchemeVersion> version, HolderVisas holder) {
        List<Fact> all = new ArrayList<>();
        all.add(fact(
                "fact.kind", facts.subject().kind().label().in(links.language().locale())));
        new VersionWords(Texts.in(links.language()))
                .of(facts.subject())
                .ifPresent(versions -> all.add(fact("fact.versions", versions)));
        level(facts).ifPresent(all::add);
        category(facts).ifPresent(all::add);
        all.add(holder(facts.holder(), holder));
        facts.sponsor()
                .filter(sponsor -> !sponsor.key().equals(facts.holder().key()))
                .ifPresent(sponsor -> all.add(fact("fact.sponsor", sponsor.name())));
        if (!facts.laboratories().isEmpty()) {
            all.add(fact("fact.laboratory", Lists.joined(facts.laboratories(), links.language())));
        }
        all.add(scheme(facts));
        all.add(fact("fact.validity", validity(facts)));
        all.add(fact("fact.advertising", say(isAdvertisable(facts) ? "advertising.yes" : "advertising.no")));
        facts.nationalSecurity()
                .ifPresent(flag -> all.add(
                        fact("fact.national-security", say(flag ? "national-security.yes" : "national-security.no"))));
        facts.agrement().ifPresent(agrement -> all.add(fact("fact.agrement", say("agrement." + code(agrement)))));
        recommendation(facts).ifPresent(all::add);
        recognitions(facts).ifPresent(all::add);
        facts.region().ifPresent(region -> all.add(fact("fact.region", region)));
        facts.department().ifPresent(department -> all.add(fact("fact.department", department)));
        if (!facts.identifiers().isEmpty()) {
            all.add(new Fact(
                    say("fact.identifiers"),
                    facts.identifiers().stream()
                            .map(name -> new Fact.Line(name.kind() + " " + name.value(), "", "hash"))
                            .toList()));
        }
        if (!facts.acts().isEmpty()) {
            all.add(new Fact(
                    say("fact.acts"),
                    facts.acts().stream()
                            .map(act -> Fact.line(say(
                                    "act.of",
                                    act.reference(),
                                    act.kind().label().in(links.language().locale()),
                                    DayWords.in(links.language()).day(act.day()))))
                            .toList()));
        }
        return List.copyOf(all);
    }

    private Optional<Fact> level(VisaFacts facts) {
        return words.level(facts).map(level -> {
            String note = words.levelNote(facts);
            List<Fact.Line> lines =
                    note.isEmpty() ? List.of(Fact.line(level)) : List.of(Fact.line(level), Fact.note(note));
            return new Fact(say("fact.level"), lines);
        });
    }

    private Optional<Fact> category(VisaFacts facts) {
        return facts.category().map(claim -> {
            List<Fact.Line> lines = new ArrayList<>(List.of(Fact.line(words.category(facts))));
            if (claim.term().isEmpty()) {
                lines.add(Fact.note(say("term.as-printed")));
            }
            return new Fact(say("fact.category"), lines);
        });
    }

    private Fact holder(Organisation organisation, HolderVisas holder) {
        List<Fact.Line> lines = new ArrayList<>();
        String siren = organisation
                .siren()
                .map(digits -> ", SIREN " + digits.replaceAll("(\\d{3})(?!$)", "$1 "))
                .orElse("");
        lines.add(Fact.line(organisation.name() + siren));
        if (!holder.address().isEmpty() && holder.count() > 1) {
            lines.add(new Fact.Line(say("fact.holder.all", holder.count()), holder.address(), "small"));
        }
        if (!holder.spellings().isEmpty()) {
            lines.add(Fact.note(say("fact.holder.spellings", Lists.joined(holder.spellings(), links.language()))));
        }
        return new Fact(say("fact.holder"), lines);
    }

    private Fact scheme(VisaFacts facts) {
        String address = links.to("/schemes/" + Addresses.encoded(facts.family().value()));
        return new Fact(say("fact.scheme"), List.of(new Fact.Line(words.version(facts.scheme()), address, "")));
    }

    private String validity(VisaFacts facts) {
        String first = DayWords.in(links.language()).day(facts.validity().firstDay());
        return facts.validity()
                .lastDay()
                .map(last -> say(
                        "validity.bounded", first, DayWords.in(links.language()).day(last)))
                .orElseGet(() -> say("validity.open", first));
    }

    private boolean isAdvertisable(VisaFacts facts) {
        return facts.statusOn(day, words.atEnd(facts)).status().mayBeAdvertised();
    }

    private Optional<Fact> recommendation(VisaFacts facts) {
        boolean advised = facts.statusOn(day, words.atEnd(facts)).status() == VisaStatus.IN_FORCE;
        return advised
                ? words.recommendation(facts, day)
                        .map(level -> new Fact(
                                say("fact.recommendation"),
                                List.of(
                                        Fact.line(say("recommendation." + level.code())),
                                        Fact.note(say("recommendation." + level.code() + ".means")))))
                : Optional.empty();
    }

    private Optional<Fact> recognitions(VisaFacts facts) {
        List<Fact.Line> lines = words.recognitions(facts, day).stream()
                .map(agreement ->
                        Fact.line(agreement.label().in(links.language().locale())))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Fact(say("fact.recognitions"), lines));
    }

    private Fact fact(String key, String text) {
        return Fact.of(say(key), text);
    }

    private String say(String key, Object... parts) {
        return Texts.in(links.language()).say(key, parts);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
