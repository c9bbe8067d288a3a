package org.sceau.registry.web.administering;

import java.util.List;
import java.util.TreeMap;
import org.sceau.registry.application.revising.Revisions;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.Obstacle;
import org.sceau.registry.web.words.SchemeWords;

/** Editions of definitions as the desks of administrators say them. */
record EditionWords(DeskFrame desk, Schemes schemes) {
    static final String SCHEMES = "/desk/schemes";
    static final String FILES = SCHEMES + "/files/";
    static final String REVISIONS = SCHEMES + "/revisions/";

    /** {@code CSPN 1.1}; the identifier of a version that is not in use yet. */
    String version(SchemeVersionId id) {
        return new SchemeWords(schemes, desk.language()).version(id);
    }

    /** {@code CSPN 1.1}, of a version that need not be in use. */
    String version(SchemeVersion version) {
        return new SchemeWords(schemes, desk.language()).version(version);
    }

    EditionRow row(Revisions.Recorded recorded) {
        Revision revision = recorded.revision();
        return new EditionRow(
                address(revision),
                edition(version(revision.scheme()), revision.number()),
                state(revision),
                tone(revision),
                revision.firstWord().orElse(""),
                revision.lastWord().orElse(""),
                desk.moment(recorded.since()),
                revision.firstWord().filter(desk.actor().name()::equals).isPresent());
    }

    /** {@code CSPN 1.1, révision 2}. */
    String edition(String version, int number) {
        return desk.texts().say("revision.name", version, Integer.toString(number));
    }

    String address(Revision revision) {
        return desk.to(REVISIONS + revision.sha256());
    }

    String state(Revision revision) {
        return desk.texts()
                .say(
                        switch (revision.state()) {
                            case RELEASED -> "revision.released";
                            case PROPOSED -> "revision.proposed";
                            case ACTIVE -> "revision.active";
                            case REJECTED -> "revision.rejected";
                        });
    }

    static String tone(Revision revision) {
        return switch (revision.state()) {
            case RELEASED, ACTIVE -> "ok";
            case PROPOSED -> "next";
            case REJECTED -> "past";
        };
    }

    /** With the details that have a name for people: of a file that cannot be used the line to look at. */
    Obstacle obstacle(Refusal refusal) {
        List<String> details = new TreeMap<>(refusal.details())
                .entrySet().stream()
                        .filter(detail -> !detail.getValue().equals("0"))
                        .filter(detail -> desk.words().containsKey("revision.detail." + detail.getKey()))
                        .map(detail -> desk.texts()
                                .say(
                                        "detail",
                                        desk.texts().say("revision.detail." + detail.getKey()),
                                        detail.getValue()))
                        .toList();
        return new Obstacle(
                desk.texts().problems().title(refusal.code()),
                desk.texts().problems().remedy(refusal.code()),
                refusal.code(),
                details);
    }
}
