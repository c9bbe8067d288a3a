package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.web.form.Obstacle;

/**
 * Something that stands in the way of an application.
 *
 * @param subject what is missing or wrong, in words; empty where the title says it
 * @param what    why, and what mends it
 * @param source  clause of the scheme
 * @param later   the later step that will be refused for it, in words; empty where it stands in the way of sending
 * @param anchor  the field that mends it; absent where it is no field of the form
 */
public record FindingLine(
        String subject,
        Obstacle what,
        String source,
        String later,
        @Nullable String anchor) {

    public static List<FindingLine> of(List<Finding> findings, SchemeVersion scheme, CaseWords words) {
        return findings.stream().map(finding -> of(finding, scheme, words)).toList();
    }

    private static FindingLine of(Finding finding, SchemeVersion scheme, CaseWords words) {
        Obstacle what = words.obstacle(finding.asRefusal());
        String later = finding.step()
                .flatMap(step -> scheme.conduct().orElseThrow().procedure().moves().stream()
                        .filter(move -> move.step().equals(step))
                        .findFirst())
                .map(Move::label)
                .map(label -> words.say("preflight.later", words.in(label)))
                .orElse("");
        return new FindingLine(subject(finding, words), what, finding.source(), later, anchor(finding));
    }

    private static String subject(Finding finding, CaseWords words) {
        return Optional.ofNullable(finding.details().get("fact"))
                .map(words::fact)
                .or(() -> Optional.ofNullable(finding.details().get("document")).map(words::document))
                .orElse("");
    }

    private static @Nullable String anchor(Finding finding) {
        String fact = finding.details().get("fact");
        if (fact != null) {
            return "f-" + fact;
        }
        return switch (finding.code()) {
            case "version-not-named", "version-not-exact", "version-not-single" -> "versions";
            case "category-not-named", "category-not-in-version" -> "category";
            case "level-not-asked", "level-not-in-version" -> "level";
            case "scope-not-asked", "scope-not-in-version" -> "scopes";
            default -> null;
        };
    }

    public boolean blocks() {
        return later.isEmpty();
    }
}
