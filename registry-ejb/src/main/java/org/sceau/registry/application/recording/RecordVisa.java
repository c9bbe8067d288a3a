package org.sceau.registry.application.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Puts a new visa, or a new version of one, on record inside an act. */
@ApplicationScoped
public class RecordVisa {
    private static final String HIDDEN = "unlisted-";

    private final Visas visas;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RecordVisa() {
        this(null);
    }

    @Inject
    public RecordVisa(Visas visas) {
        this.visas = visas;
    }

    /** A visa that the registry did not know. Its public slug is allocated when it is first listed, and never again. */
    public Visa asNew(Passage passage, VisaFacts facts, Provenance provenance) {
        VisaId id = new VisaId(UUID.randomUUID());
        Slug slug = facts.listed() ? free(facts) : hidden();
        Visa visa = new Visa(id, slug, 1, facts, provenance, passage.now(), 0);
        long position = passage.record(entry("visa-recorded", visa, facts.listed()));
        visas.add(visa.at(position));
        return visa.at(position);
    }

    /**
     * A new version of a known visa.
     *
     * @param seenVersion the version on which the change was based
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when it is no longer the newest
     */
    public Visa asChange(Passage passage, VisaId id, long seenVersion, VisaFacts facts, Provenance provenance) {
        Visa before = visas.find(id)
                .orElseThrow(
                        () -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException());
        SeenVersion.require(
                OptionalLong.of(seenVersion),
                before.version(),
                before.facts(),
                version -> visas.version(id, version).map(Visa::facts));
        Slug slug = facts.listed() && isHidden(before.slug()) ? free(facts) : before.slug();
        Visa visa = new Visa(id, slug, seenVersion + 1, facts, provenance, passage.now(), 0);
        boolean seen = facts.listed() || before.facts().listed();
        long position = passage.record(entry("visa-changed", visa, seen));
        visas.replace(visa.at(position));
        return visa.at(position);
    }

    private Slug free(VisaFacts facts) {
        Slug stem = Slug.of(facts.reference(), facts.family().value());
        return stem.numbered(visas.countWithStem(stem) + 1);
    }

    /** A visa that nobody may see takes no number from those that are seen: a gap would tell of it. */
    private static Slug hidden() {
        return new Slug(HIDDEN + UUID.randomUUID());
    }

    private static boolean isHidden(Slug slug) {
        return slug.value().startsWith(HIDDEN);
    }

    /** @param seen whether the public face of the family changes: then its list is told */
    private static Entry entry(String kind, Visa visa, boolean seen) {
        VisaFacts facts = visa.facts();
        Map<String, Object> from = new HashMap<>();
        from.put("source", visa.provenance().source());
        visa.provenance().edition().ifPresent(day -> from.put("edition", day.toString()));
        from.put("row", visa.provenance().row());
        Map<String, Object> content = new HashMap<>();
        content.put("version", visa.version());
        content.put("family", facts.family().value());
        content.put("provenance", from);
        content.put("slug", visa.slug().value());
        String detail = seen ? facts.family().value() : "-";
        if (facts.listed()) {
            Map<String, String> confidential = new HashMap<>();
            Map<String, Object> whole = VisaContent.of(facts);
            content.put("facts", RecommendationOrigins.without(whole));
            RecommendationOrigins.text(whole)
                    .ifPresent(origins -> confidential.put(RecommendationOrigins.MEMBER, origins));
            Optional<LocalDate> effective = Optional.of(facts.firstDay());
            return new Entry(kind, "visa:" + visa.id(), effective, content, confidential, Entry.Topic.VISA, detail);
        }
        // Without the holder's consent nothing of it is public (invariant 62): the entry holds one commitment to all of
        // it.
        content.put("facts", VisaContent.of(facts));
        return new Entry(
                kind,
                "visa:" + visa.id(),
                Optional.empty(),
                Map.of(),
                Map.of("visa", VisaContent.text(content)),
                Entry.Topic.VISA,
                detail);
    }
}
