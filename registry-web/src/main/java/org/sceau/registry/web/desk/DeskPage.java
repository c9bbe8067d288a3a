package org.sceau.registry.web.desk;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

/**
 * A desk that was asked for.
 *
 * @param path its address without the language
 * @param address its address with the language
 * @param key  the one thing it is about, such as the id of an import; empty for the others
 */
record DeskPage(DeskView view, Language language, String path, String address, String key) {
    /** Attribute of the request that holds it. */
    static final String ATTRIBUTE = "org.sceau.desk";

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern IMPORT = Pattern.compile("/desk/imports/(" + ID + ")");
    private static final Pattern ORGANISATION = Pattern.compile("/desk/organisations/(" + ID + ")");
    private static final Pattern DOSSIER = Pattern.compile("/desk/dossiers/(" + ID + ")");
    private static final Pattern DECISION = Pattern.compile("/desk/dossiers/(" + ID + ")/decision");
    private static final Pattern APPLICATION = Pattern.compile("/desk/dossiers/(" + ID + ")/application");
    private static final String SLUG = "[A-Za-z0-9][A-Za-z0-9._~-]{0,119}";
    private static final Pattern VISA = Pattern.compile("/desk/visas/(" + SLUG + ")");
    private static final Pattern VISA_DECISION = Pattern.compile("/desk/visas/(" + SLUG + ")/decision");
    private static final Pattern COMPLAINT = Pattern.compile("/desk/complaints/(" + ID + ")");
    private static final Pattern SAMPLE = Pattern.compile("/desk/samples/([a-z0-9][a-z0-9-]{0,59}/20[0-9]{2})");
    private static final Pattern EXPORT = Pattern.compile("/desk/dossiers/(" + ID + ")/export");
    private static final String DEFINITION = "[a-z0-9][a-z0-9.-]{0,90}";
    private static final Pattern SCHEME = Pattern.compile("/desk/schemes/(" + DEFINITION + ")");
    private static final Pattern DROPPED = Pattern.compile("/desk/schemes/files/(" + DEFINITION + "\\.yaml)");
    private static final Pattern REVISION = Pattern.compile("/desk/schemes/revisions/([0-9a-f]{64})");
    private static final Pattern REPORT = Pattern.compile("/desk/imports/(" + ID + ")/report\\.csv");

    private static final Map<String, DeskView> PLAIN = Map.ofEntries(
            Map.entry("/desk/", DeskView.HOME),
            Map.entry("/desk/imports", DeskView.IMPORTS),
            Map.entry("/desk/organisations", DeskView.ORGANISATIONS),
            Map.entry("/desk/apply", DeskView.APPLY),
            Map.entry("/desk/visas", DeskView.VISAS),
            Map.entry("/desk/decisions", DeskView.DECISIONS),
            Map.entry("/desk/schemes", DeskView.SCHEMES),
            Map.entry("/desk/health", DeskView.HEALTH),
            Map.entry("/desk/lists", DeskView.LISTS),
            Map.entry("/desk/tokens", DeskView.TOKENS),
            Map.entry("/desk/security", DeskView.SECURITY),
            Map.entry("/desk/notifications", DeskView.NOTIFICATIONS),
            Map.entry("/desk/confirm", DeskView.CONFIRM),
            Map.entry("/desk/vulnerabilities", DeskView.VULNERABILITIES),
            Map.entry("/desk/complaints", DeskView.COMPLAINTS),
            Map.entry("/desk/samples", DeskView.SAMPLES),
            Map.entry("/desk/impacts", DeskView.IMPACTS));

    /** Empty for a path that is no desk. */
    static Optional<DeskPage> of(String path, Languages languages) {
        Language language = languages.of(path);
        String bare = languages.bare(path);
        DeskView plain = PLAIN.get(bare);
        if (plain != null) {
            return Optional.of(new DeskPage(plain, language, bare, path, ""));
        }
        return one(IMPORT, DeskView.IMPORT, language, bare, path)
                .or(() -> one(ORGANISATION, DeskView.ORGANISATION, language, bare, path))
                .or(() -> one(DOSSIER, DeskView.DOSSIER, language, bare, path))
                .or(() -> one(APPLICATION, DeskView.APPLICATION, language, bare, path))
                .or(() -> one(COMPLAINT, DeskView.COMPLAINT, language, bare, path))
                .or(() -> one(SAMPLE, DeskView.SAMPLE, language, bare, path))
                .or(() -> one(VISA, DeskView.VISA, language, bare, path))
                .or(() -> one(VISA_DECISION, DeskView.DECISION, language, bare, path))
                .or(() -> one(DECISION, DeskView.DECISION, language, bare, path))
                .or(() -> one(SCHEME, DeskView.SCHEME, language, bare, path))
                .or(() -> one(DROPPED, DeskView.REVISION, language, bare, path))
                .or(() -> one(REVISION, DeskView.REVISION, language, bare, path));
    }

    private static Optional<DeskPage> one(Pattern pattern, DeskView view, Language language, String bare, String path) {
        Matcher one = pattern.matcher(bare);
        return one.matches() ? Optional.of(new DeskPage(view, language, bare, path, one.group(1))) : Optional.empty();
    }

    /** The id of the dossier that is to leave whole by this path. */
    static Optional<String> exportOf(String path, Languages languages) {
        Matcher export = EXPORT.matcher(languages.bare(path));
        return export.matches() ? Optional.of(export.group(1)) : Optional.empty();
    }

    /** The id of the import whose report this path is. */
    static Optional<String> reportOf(String path, Languages languages) {
        Matcher report = REPORT.matcher(languages.bare(path));
        return report.matches() ? Optional.of(report.group(1)) : Optional.empty();
    }
}
