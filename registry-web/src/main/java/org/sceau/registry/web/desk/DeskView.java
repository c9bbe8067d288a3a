package org.sceau.registry.web.desk;

import java.util.Optional;
import org.sceau.registry.application.door.Permission;

/** The desks, each with the Facelets file that draws it. Files are reached by their address only, never by name. */
enum DeskView {
    HOME("home"),
    IMPORTS("imports", new Files(Permission.IMPORT_CATALOGUE, 513L << 20)),
    IMPORT("import"),
    ORGANISATIONS("organisations"),
    ORGANISATION("organisation"),
    DOSSIER("dossier", new Files(Permission.HANDLE_DOSSIER, 65L << 20)),
    DECISION("decision"),
    APPLY("apply"),
    APPLICATION("application"),
    VISAS("visas"),
    VISA("visa"),
    DECISIONS("decisions"),
    VULNERABILITIES("vulnerabilities"),
    COMPLAINTS("complaints"),
    COMPLAINT("complaint"),
    SAMPLES("samples"),
    SAMPLE("sample"),
    IMPACTS("impacts"),
    SCHEMES("schemes"),
    SCHEME("scheme"),
    REVISION("revision"),
    HEALTH("health"),
    LISTS("lists"),
    TOKENS("tokens"),
    SECURITY("security"),
    NOTIFICATIONS("notifications"),
    CONFIRM("confirm");

    /**
     * Who may send files to a desk. They are read before its form is, so that nobody else may fill the server with them.
     *
     * @param largest request, in bytes: the file with the fields beside it
     */
    record Files(Permission permission, long largest) {}

    private final String file;
    private final Optional<Files> files;

    DeskView(String file) {
        this.file = file;
        this.files = Optional.empty();
    }

    DeskView(String file, Files files) {
        this.file = file;
        this.files = Optional.of(files);
    }

    /** Absent for a desk that takes no files. */
    Optional<Files> files() {
        return files;
    }

    /** Path of the Facelets file in the archive. */
    String file() {
        return "/views/desk/" + file + ".xhtml";
    }
}
