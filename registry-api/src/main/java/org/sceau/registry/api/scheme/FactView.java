package org.sceau.registry.api.scheme;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** @param by sponsor, or evaluator for what the laboratory declares */
@Schema(name = "FactType")
public record FactView(
        String id,
        BothLanguages label,
        String type,
        String by,
        boolean required,
        List<OptionView> options,
        @Nullable Long least,
        @Nullable Long most,
        @Nullable KnownCodes known,
        @Nullable String without,
        String source,
        boolean verified) {

    /** Codes that the scheme names; others are declared all the same. */
    @Schema(name = "KnownCodes")
    public record KnownCodes(List<OptionView> codes, String source, boolean verified) {
        static KnownCodes of(FactType.Known known) {
            return new KnownCodes(options(known.codes()), known.source(), known.verified());
        }
    }

    @Schema(name = "Option")
    public record OptionView(String id, BothLanguages label) {}

    static FactView of(FactType fact) {
        return new FactView(
                fact.id(),
                BothLanguages.of(fact.label()),
                Coded.of(fact.kind()),
                fact.by().code(),
                fact.required(),
                options(fact.options()),
                fact.least().isPresent() ? fact.least().getAsLong() : null,
                fact.most().isPresent() ? fact.most().getAsLong() : null,
                fact.known().map(KnownCodes::of).orElse(null),
                fact.without().orElse(null),
                fact.source(),
                fact.verified());
    }

    private static List<OptionView> options(Map<String, Label> labels) {
        return labels.entrySet().stream()
                .map(option -> new OptionView(option.getKey(), BothLanguages.of(option.getValue())))
                .toList();
    }
}
