package org.sceau.registry.infrastructure.schemes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.calendar.Term;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.surveillance.RemedyRule;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;
import org.sceau.registry.domain.scheme.surveillance.Surveillance;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/** Reads what a scheme version says of complaints, remedies, samples and duties. */
final class SurveillanceReader {
    private final Entry definition;
    private final Block block;
    private final Set<String> levels;

    SurveillanceReader(Entry definition, Block block, Vocabulary vocabulary) {
        this.definition = definition;
        this.block = block;
        this.levels = vocabulary.levels().stream().map(Level::id).collect(Collectors.toSet());
    }

    Surveillance read() {
        return new Surveillance(
                block.rows("complaints", "", this::route),
                definition.optionalEntry("remedies").map(this::remedies),
                definition.optionalEntry("sampling").map(this::sampling),
                block.rows("duties", "id", SurveillanceReader::duty));
    }

    private ComplaintRoute route(Block.Row row) {
        Entry entry = row.expect(Set.of("to"), Set.of("levels", "remedy")).entry();
        List<String> only = entry.optionalTexts("levels");
        only.stream().filter(level -> !levels.contains(level)).findFirst().ifPresent(level -> {
            throw entry.broken(entry.line("levels"), "unknown-level", level + " is no level of this version");
        });
        return new ComplaintRoute(
                entry.constant(ComplaintRoute.Receiver.class, "to"),
                new TreeSet<>(only),
                entry.has("remedy") ? Optional.of(entry.label("remedy")) : Optional.empty(),
                row.source(),
                row.verified());
    }

    private static Duty duty(Block.Row row) {
        Entry entry = row.expect(Set.of("id", "by", "text"), Set.of()).entry();
        return new Duty(
                entry.text("id"),
                entry.constant(Duty.Bearer.class, "by"),
                entry.label("text"),
                row.source(),
                row.verified());
    }

    private RemedyRule remedies(Entry entry) {
        entry.expect(Set.of("most", "source"), Set.of("counting", "beyond", "verified"));
        Counting counting = entry.has("counting") ? entry.constant(Counting.class, "counting") : Counting.CAP;
        return entry.build(() -> new RemedyRule(
                new Term(entry.optionalPeriod("most").orElseThrow(), counting),
                entry.optionalText("beyond").orElse(RemedyRule.BEYOND),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    private SamplingRule sampling(Entry entry) {
        entry.expect(Set.of("percent", "by", "source"), Set.of("below", "verified"));
        return entry.build(() -> new SamplingRule(
                entry.number("percent"),
                entry.constant(Role.class, "by"),
                entry.optionalText("below").orElse(SamplingRule.BELOW),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }
}
