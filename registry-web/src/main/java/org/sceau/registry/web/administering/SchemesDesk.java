package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.revising.ReadDefinitions;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.application.revising.Revisions;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.Obstacle;

/** All scheme versions with what nobody has verified in them, what lies in the folder, and what waits for a second word. */
@Named("schemesDesk")
@RequestScoped
public class SchemesDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviseSchemes revising;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDefinitions definitions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    private @Nullable List<Revisions.Recorded> proposals;
    private @Nullable List<VersionRow> versions;
    private @Nullable List<FileRow> files;

    public boolean there() {
        return desk.mayReadRevisions();
    }

    private EditionWords words() {
        return new EditionWords(desk, schemes);
    }

    private List<Revisions.Recorded> proposals() {
        List<Revisions.Recorded> known = proposals;
        if (known == null) {
            known = there() ? revising.proposals(desk.actor()) : List.of();
            proposals = known;
        }
        return known;
    }

    /** Editions that wait for their second word, newest first. */
    public List<EditionRow> waiting() {
        return proposals().stream()
                .filter(SchemesDesk::isOpen)
                .map(words()::row)
                .toList();
    }

    /** How many of these somebody else proposed: whoever may revise can answer them. */
    public long answerable() {
        return waiting().stream().filter(row -> !row.mine()).count();
    }

    /** The same in words, for the first desk; empty for none. */
    public String news() {
        return desk.mayRevise() && answerable() > 0 ? desk.texts().say("schemes.news", answerable()) : "";
    }

    /** Editions that had their last word, newest first. */
    public List<EditionRow> answered() {
        return proposals().stream()
                .filter(recorded -> !isOpen(recorded))
                .map(words()::row)
                .toList();
    }

    private static boolean isOpen(Revisions.Recorded recorded) {
        return recorded.revision().state() == Revision.State.PROPOSED;
    }

    /** What lies in the folder, by name. */
    public List<FileRow> files() {
        List<FileRow> known = files;
        if (known == null) {
            known = there()
                    ? revising.candidates(desk.actor()).stream().map(this::file).toList()
                    : List.of();
            files = known;
        }
        return known;
    }

    private FileRow file(ReviseSchemes.Candidate candidate) {
        String what = candidate
                .version()
                .map(version -> words().edition(words().version(version), version.revision()))
                .orElse("");
        String code = candidate.refusal().map(Refusal::code).orElse("");
        return switch (code) {
            case "" -> row(candidate, what, "schemes.file.ready", "next", null);
            case "revision-proposed" -> row(candidate, what, "schemes.file.proposed", "next", null);
            case "revision-known" -> row(candidate, what, "schemes.file.known", "ok", null);
            default ->
                row(
                        candidate,
                        what,
                        "schemes.file.refused",
                        "stop",
                        candidate.refusal().map(words()::obstacle).orElse(null));
        };
    }

    private FileRow row(
            ReviseSchemes.Candidate candidate, String what, String state, String tone, @Nullable Obstacle why) {
        return new FileRow(
                candidate.file(),
                desk.to(EditionWords.FILES + candidate.file()),
                what,
                desk.texts().say(state),
                tone,
                why);
    }

    /** Files that cannot be proposed as they are. */
    public long refused() {
        return files().stream().filter(file -> file.why() != null).count();
    }

    /** Every version in use, those with most unverified values first. */
    public List<VersionRow> versions() {
        List<VersionRow> known = versions;
        if (known == null) {
            known = there()
                    ? definitions.all(desk.actor()).stream()
                            .map(this::version)
                            .sorted(Comparator.comparingInt(VersionRow::open).reversed())
                            .toList()
                    : List.of();
            versions = known;
        }
        return known;
    }

    private VersionRow version(ReadDefinitions.InUse used) {
        return new VersionRow(
                desk.to(EditionWords.SCHEMES + "/" + used.version().id()),
                words().version(used.version()),
                used.version().label().in(desk.locale()),
                used.revision().number(),
                used.unverified().size(),
                desk.texts().say("schemes.unverified", used.unverified().size()));
    }

    /** How many values, in how many of the versions. */
    public String unverified() {
        return desk.texts()
                .say(
                        "schemes.unverified.all",
                        versions().stream().mapToInt(VersionRow::open).sum(),
                        versions().stream()
                                .filter(version -> version.open() > 0)
                                .count(),
                        versions().size());
    }
}
