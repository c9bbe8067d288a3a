package org.sceau.it.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sceau.it.access.Estate.Matters;

/** What the variables of a path stand for, by what the path is about and whose that is. */
final class Things {
    /** Ids that nobody has. */
    private static final String NOBODY = UUID.randomUUID().toString();

    private static final String NO_DIGEST = "0".repeat(64);

    /** What a path may be about, and whose there can be. */
    static final Map<String, Set<Whose>> KINDS = Map.ofEntries(
            Map.entry("-", Set.of(Whose.OWN)),
            Map.entry("dossier", Set.of(Whose.values())),
            Map.entry("decision", Set.of(Whose.PUBLIC, Whose.UNDECIDED, Whose.UNKNOWN)),
            Map.entry("visa", Set.of(Whose.OTHER, Whose.PUBLIC, Whose.UNKNOWN)),
            Map.entry("complaint", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("remedy", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("vulnerability", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("organisation", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("account", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("invitation", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("token", Set.of(Whose.OWN, Whose.OTHER, Whose.UNKNOWN)),
            Map.entry("import", Set.of(Whose.OWN, Whose.UNKNOWN)),
            Map.entry("task", Set.of(Whose.UNKNOWN)),
            Map.entry("factor", Set.of(Whose.UNKNOWN)),
            Map.entry("session", Set.of(Whose.UNKNOWN)),
            Map.entry("revision", Set.of(Whose.PUBLIC, Whose.UNKNOWN)),
            // Who proposed it may take it back, and nobody could look at it any more.
            Map.entry("answer", Set.of(Whose.UNKNOWN)),
            Map.entry("laboratory", Set.of(Whose.PUBLIC, Whose.UNKNOWN)),
            Map.entry("scheme", Set.of(Whose.PUBLIC, Whose.UNKNOWN)),
            Map.entry("sample", Set.of(Whose.PUBLIC, Whose.UNKNOWN)));

    private final Estate estate;

    Things(Estate estate) {
        this.estate = estate;
    }

    /** Values of the variables. */
    Map<String, String> of(String object, Whose whose, Principal who) {
        Matters matters = estate.of(whose == Whose.OTHER ? who.house().other() : who.house());
        boolean none = whose == Whose.UNKNOWN;
        return switch (object) {
            case "-" -> Map.of();
            case "dossier" -> Map.of("id", dossier(whose, matters), "n", "1", "type", "assurance-exception");
            case "decision" ->
                id(
                        whose == Whose.PUBLIC
                                ? estate.published().proposal()
                                : none ? NOBODY : estate.undecided().proposal());
            case "visa" ->
                Map.of(
                        "slug",
                        whose == Whose.PUBLIC
                                ? estate.published().slug()
                                : none ? "EUCC-3090-2026-9899" : Estate.UNLISTED);
            case "complaint" -> id(none ? NOBODY : matters.complaint());
            case "remedy" -> id(none ? NOBODY : matters.remedy());
            case "vulnerability" ->
                Map.of("id", none ? NOBODY : matters.vulnerability(), "name", "exploitation", "account", "roy");
            case "organisation" -> id(none ? NOBODY : matters.organisation());
            case "account" -> Map.of("name", none ? "nobody" : matters.account(), "role", "sponsor", "scheme", "pams");
            case "invitation" -> id(none ? NOBODY : matters.invitation());
            case "token" -> token(whose, who);
            case "import" -> id(none ? NOBODY : estate.importId());
            case "task", "factor", "session" -> id(NOBODY);
            case "revision", "answer" ->
                Map.of("sha256", none ? NO_DIGEST : estate.editions().proposed());
            case "laboratory" -> id(none ? NOBODY : matters.laboratory());
            case "scheme" -> Map.of("scheme", none ? "nothing" : "eucc", "version", "2025-12-29", "revision", "1");
            case "sample" -> Map.of("scheme", none ? "nothing" : "eucc", "year", "2026");
            default -> throw new IllegalArgumentException("no such thing: " + object);
        };
    }

    private String dossier(Whose whose, Matters matters) {
        return switch (whose) {
            case OWN, OTHER -> matters.dossier();
            case PUBLIC -> estate.published().dossier();
            case UNDECIDED -> estate.undecided().dossier();
            case UNKNOWN -> NOBODY;
        };
    }

    private Map<String, String> token(Whose whose, Principal who) {
        String id = switch (whose) {
            case OWN -> estate.spareToken(who);
            case OTHER ->
                estate.spareToken(
                        who.account().equals(Optional.of("admin")) ? Principal.AUDITOR : Principal.ADMINISTRATOR);
            default -> NOBODY;
        };
        return id(id.isEmpty() ? NOBODY : id);
    }

    private static Map<String, String> id(String id) {
        return Map.of("id", id);
    }
}
