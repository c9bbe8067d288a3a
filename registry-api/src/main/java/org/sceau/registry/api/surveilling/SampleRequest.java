package org.sceau.registry.api.surveilling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.sampling.Drawing;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Visas to select.
 *
 * @param visas    their ids, each once
 * @param basis    the assessment of risks it follows from
 * @param criteria as holders are told them
 */
@Schema(name = "SampleRequest")
public record SampleRequest(List<String> visas, String basis, List<CriterionBody> criteria) {

    /** A criterion; English may be absent. */
    @Schema(name = "SampleCriterion")
    public record CriterionBody(String fr, @Nullable String en) {
        private Criterion criterion() {
            return Given.made("criteria", () -> new Criterion(fr, Optional.ofNullable(en)));
        }

        static CriterionBody of(Criterion criterion) {
            return new CriterionBody(criterion.fr(), criterion.en().orElse(null));
        }
    }

    Set<VisaId> selected() {
        Set<VisaId> ids = new LinkedHashSet<>();
        for (String text : visas) {
            if (!ids.add(Given.id(text, VisaId::new, "visa-unknown"))) {
                throw Given.invalid("visas", "each id once");
            }
        }
        if (ids.isEmpty() || ids.size() > Drawing.MAX_VISAS) {
            throw Given.invalid("visas", "1 to " + Drawing.MAX_VISAS + " ids");
        }
        return ids;
    }

    String reason() {
        return Given.text("basis", basis, 4_000);
    }

    List<Criterion> objective() {
        if (criteria.isEmpty() || criteria.size() > Drawing.MAX_CRITERIA) {
            throw Given.invalid("criteria", "1 to " + Drawing.MAX_CRITERIA + " criteria");
        }
        List<Criterion> made = criteria.stream().map(CriterionBody::criterion).toList();
        if (Drawing.told(made).length() > Drawing.MAX_TOLD) {
            throw Given.invalid("criteria", "at most " + Drawing.MAX_TOLD + " characters in all");
        }
        return made;
    }
}
