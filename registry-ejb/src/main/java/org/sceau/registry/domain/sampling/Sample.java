package org.sceau.registry.domain.sampling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;
import org.sceau.registry.domain.visa.VisaId;

/**
 * The sample of a scheme, all its versions together, for a calendar year. It grows by drawings and never shrinks.
 *
 * @param drawings oldest first; none before the first
 * @param version  0 before the first drawing, +1 for each
 */
public record Sample(SchemeId scheme, int year, List<Drawing> drawings, long version) {
    /** Drawings one sample may have. */
    public static final int MAX_DRAWINGS = 20;

    public Sample {
        drawings = List.copyOf(drawings);
        if (drawings.size() != version || drawings.size() > MAX_DRAWINGS) {
            throw new IllegalArgumentException("a sample has one version a drawing, at most " + MAX_DRAWINGS);
        }
    }

    /** A sample that was not drawn yet. */
    public static Sample none(SchemeId scheme, int year) {
        return new Sample(scheme, year, List.of(), 0);
    }

    /** All visas selected so far. */
    public Set<VisaId> visas() {
        Set<VisaId> all = new LinkedHashSet<>();
        drawings.forEach(drawing -> all.addAll(drawing.visas()));
        return all;
    }

    /**
     * The sample with one more drawing.
     *
     * @param population the visas there are to select from
     * @throws org.sceau.registry.domain.refusal.Refused {@code sample-visa-outside} for a visa that is not in the population, {@code
     *     sample-visa-twice} for one that was selected before, the code of the rule with {@code needed} and {@code given} for a
     *     sample that stays too small, {@code sample-full}
     */
    public Sample drawn(Drawing drawing, Set<VisaId> population, SamplingRule rule) {
        Set<VisaId> all = visas();
        for (VisaId visa : drawing.visas()) {
            if (!population.contains(visa)) {
                throw Refusal.of("sample-visa-outside", Refusal.Kind.CONFLICT)
                        .with("visa", visa.toString())
                        .asException();
            }
            if (!all.add(visa)) {
                throw Refusal.of("sample-visa-twice", Refusal.Kind.CONFLICT)
                        .with("visa", visa.toString())
                        .asException();
            }
        }
        long needed = rule.needed(population.size());
        if (all.size() < needed) {
            throw Refusal.of(rule.below(), Refusal.Kind.CONFLICT)
                    .with("needed", Long.toString(needed))
                    .with("given", Integer.toString(all.size()))
                    .with("population", Integer.toString(population.size()))
                    .asException();
        }
        if (drawings.size() == MAX_DRAWINGS) {
            throw Refusal.of("sample-full", Refusal.Kind.CONFLICT)
                    .with("most", Integer.toString(MAX_DRAWINGS))
                    .asException();
        }
        List<Drawing> more = new ArrayList<>(drawings);
        more.add(drawing);
        return new Sample(scheme, year, more, version + 1);
    }
}
