package org.sceau.registry.web.desk;

/** The desks, each with the Facelets file that draws it. Files are reached by their address only, never by name. */
enum DeskView {
    HOME("home"),
    IMPORTS("imports"),
    IMPORT("import"),
    ORGANISATIONS("organisations"),
    ORGANISATION("organisation"),
    DOSSIER("dossier"),
    DECISION("decision"),
    APPLY("apply"),
    APPLICATION("application"),
    VISAS("visas"),
    VISA("visa"),
    DECISIONS("decisions"),
    VULNERABILITIES("vulnerabilities"),
    TOKENS("tokens"),
    SECURITY("security"),
    NOTIFICATIONS("notifications"),
    CONFIRM("confirm");

    private final String file;

    DeskView(String file) {
        this.file = file;
    }

    /** Path of the Facelets file in the archive. */
    String file() {
        return "/views/desk/" + file + ".xhtml";
    }
}
