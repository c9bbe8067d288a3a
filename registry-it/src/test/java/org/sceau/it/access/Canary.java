package org.sceau.it.access;

import static org.sceau.it.access.Principal.ADMINISTRATOR;
import static org.sceau.it.access.Principal.APPROVER;
import static org.sceau.it.access.Principal.AUDITOR;
import static org.sceau.it.access.Principal.CERTIFIER;
import static org.sceau.it.access.Principal.COMPLAINT_HANDLER;
import static org.sceau.it.access.Principal.DECIDER;
import static org.sceau.it.access.Principal.LABORATORY;
import static org.sceau.it.access.Principal.OTHER_LABORATORY;
import static org.sceau.it.access.Principal.OTHER_VENDOR;
import static org.sceau.it.access.Principal.REVIEWER;
import static org.sceau.it.access.Principal.SUPERVISOR;
import static org.sceau.it.access.Principal.VENDOR;

import java.util.EnumSet;
import java.util.Set;

/** The words that are planted: one for each dossier and its matters, with those who may read it. No other text of the registry has them. */
enum Canary {
    /** Halcyon's dossier at work. */
    OWN("zirconelle", Set.of(VENDOR, LABORATORY), Staff.ALL),
    /** Brume's dossier at work. */
    OTHER("wolframine", Set.of(OTHER_VENDOR, OTHER_LABORATORY), Staff.ALL),
    /** Halcyon's dossier before its decision. */
    UNDECIDED("yttriade", Set.of(VENDOR, LABORATORY), Staff.ALL),
    /** Halcyon's dossier that became a public visa: what is public of it bears another name. */
    PUBLIC("xanthuse", Set.of(VENDOR, LABORATORY), Staff.ALL),
    /** A visa that its holder keeps out of the catalogue; its holder sees it at the desk, and whoever sees imports sees it there. */
    UNLISTED("vanadite", Set.of(OTHER_VENDOR, ADMINISTRATOR), Set.of(AUDITOR));

    /** What is kept apart of a vulnerability: for the handlers that are named, here the founder alone. */
    static final String APART = " à part";

    /** The words of a complaint: for whoever filed it, and who handles it. */
    static final String COMPLAINED = " plainte";

    /** What a handler of a complaint notes for handlers. */
    static final String NOTED = " note";

    private final String word;
    private final Set<Principal> readers;

    Canary(String word, Set<Principal> readers, Set<Principal> more) {
        this.word = word;
        Set<Principal> all = EnumSet.copyOf(readers);
        all.addAll(more);
        this.readers = Set.copyOf(all);
    }

    String word() {
        return word;
    }

    /** Who may read it, and does. */
    Set<Principal> readers() {
        return readers;
    }

    /** The beginning of the word, which a search may be sent without sending the word itself. */
    String beginning() {
        return word.substring(0, 5);
    }

    /** Whoever handles or audits the dossiers of others: not those who publish, keep accounts or manage a house. */
    private static final class Staff {
        static final Set<Principal> ALL =
                Set.of(CERTIFIER, REVIEWER, DECIDER, SUPERVISOR, APPROVER, COMPLAINT_HANDLER, AUDITOR);
    }
}
