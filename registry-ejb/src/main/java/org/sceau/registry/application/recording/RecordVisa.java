package org.sceau.registry.application.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Refusal;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Puts a new visa, or a new version of one, on record inside an act. */
@ApplicationScoped
public class RecordVisa {
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

    /** A visa that the registry did not know. Its slug is allocated here and never again. */
    public Visa asNew(Passage passage, VisaFacts facts, Provenance provenance) {
        Slug stem = Slug.of(facts.reference(), facts.family().value());
        Slug slug = stem.numbered(visas.countWithStem(stem) + 1);
        VisaId id = new VisaId(UUID.randomUUID());
        long position = passage.record(entry("visa-recorded", id, slug, 1, facts, provenance));
        Visa visa = new Visa(id, slug, 1, facts, provenance, passage.now(), position);
        visas.add(visa);
        return visa;
    }

    /**
     * A new version of a known visa.
     *
     * @param seenVersion the version on which the change was based
     * @throws org.sceau.registry.application.door.Refused {@code concurrent-change} when it is no longer the newest
     */
    public Visa asChange(Passage passage, VisaId id, long seenVersion, VisaFacts facts, Provenance provenance) {
        Visa before = visas.find(id)
                .orElseThrow(
                        () -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException());
        if (before.version() != seenVersion) {
            throw Refusal.of("concurrent-change", Refusal.Kind.CONFLICT)
                    .with("seen", Long.toString(seenVersion))
                    .with("current", Long.toString(before.version()))
                    .asException();
        }
        long next = seenVersion + 1;
        long position = passage.record(entry("visa-changed", id, before.slug(), next, facts, provenance));
        Visa visa = new Visa(id, before.slug(), next, facts, provenance, passage.now(), position);
        visas.replace(visa);
        return visa;
    }

    private static Entry entry(
            String kind, VisaId id, Slug slug, long version, VisaFacts facts, Provenance provenance) {
        Map<String, Object> from = new HashMap<>();
        from.put("source", provenance.source());
        provenance.edition().ifPresent(day -> from.put("edition", day.toString()));
        from.put("row", provenance.row());
        Map<String, Object> content = new HashMap<>();
        Map<String, String> confidential = new HashMap<>();
        content.put("version", version);
        content.put("family", facts.family().value());
        content.put("provenance", from);
        if (facts.listed()) {
            content.put("facts", VisaContent.publicOf(facts));
            content.put("slug", slug.value());
            facts.recommendationOverride()
                    .ifPresent(override -> confidential.put("recommendation", VisaContent.text(override)));
        } else {
            // Without the holder's consent nothing of it is public (invariant 62): only a commitment is.
            confidential.put("facts", VisaContent.text(facts));
        }
        return new Entry(
                kind, "visa:" + id, Optional.of(facts.validity().firstDay()), content, confidential, Entry.Topic.VISA);
    }
}
