package org.sceau.registry.web.schemes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.results.Filter;
import org.sceau.registry.web.results.Question;
import org.sceau.registry.web.words.SchemeWords;

/** The pages about schemes: every family, and the scheme versions of one. */
@Named
@RequestScoped
public class SchemesPage {
    private static final String VERSION = "version";

    @Inject
    Schemes schemes;

    @Inject
    Frame frame;

    private @Nullable Family family;

    /** Finds the family in the address; called before its view is drawn. */
    public void open() {
        family = schemes.family(new FamilyId(frame.page().key())).orElse(null);
        if (family == null) {
            frame.notFound();
        }
    }

    public List<FamilyRow> families() {
        SchemeWords words = new SchemeWords(schemes, frame.language());
        return schemes.families().stream()
                .map(known -> new FamilyRow(
                        frame.in(known.group().label()),
                        frame.to("/schemes/" + known.id().value()),
                        frame.in(known.label()),
                        frame.in(known.summary()),
                        schemes.ofFamily(known.id()).stream()
                                .map(words::version)
                                .toList()))
                .toList();
    }

    /** Name of the family; empty when there is none. */
    public String label() {
        Family known = family;
        return known == null ? "" : frame.in(known.label());
    }

    public String summary() {
        Family known = family;
        return known == null ? "" : frame.in(known.summary());
    }

    /** Whether its visas may be public: only then are there a catalogue and a list to go to. */
    public boolean isPublic() {
        return schemes.isPublic(new FamilyId(frame.page().key()));
    }

    /** The catalogue, filtered by the family. */
    public String catalogueAddress() {
        return frame.to("/catalogue")
                + Question.everything()
                        .with(Filter.SCHEME, Set.of(frame.page().key()))
                        .query();
    }

    public String listAddress() {
        return frame.to("/trust-lists/" + frame.page().key() + "/");
    }

    /** How much of a version rests on sources that nobody has read. */
    public String unverified(VersionSheet version) {
        return frame.texts().say("scheme.unverified", version.unverified());
    }

    public List<VersionSheet> versions() {
        Family known = family;
        VersionSheets sheets = new VersionSheets(schemes, frame.language());
        if (known == null) {
            return List.of();
        }
        List<SchemeVersion> versions = schemes.ofFamily(known.id());
        String whole = whole(versions);
        return versions.stream()
                .map(version -> sheets.sheet(version, version.id().toString().equals(whole)))
                .toList();
    }

    /** The page with drawing and tables of another version. */
    public String wholeAddress(VersionSheet version) {
        return frame.to("/schemes/" + frame.page().key()) + query(version.id()) + "#" + version.id();
    }

    /** The version asked for, or else the newest one that says how matters are conducted; empty when none does. */
    private String whole(List<SchemeVersion> versions) {
        String asked = frame.request().getParameter(VERSION);
        List<String> conducted = versions.stream()
                .filter(version -> version.conduct().isPresent())
                .map(version -> version.id().toString())
                .toList();
        if (asked != null && conducted.contains(asked)) {
            frame.keepQuery(query(asked));
            return asked;
        }
        return conducted.isEmpty() ? "" : conducted.get(0);
    }

    private static String query(String version) {
        return "?" + VERSION + "=" + version;
    }
}
