package org.sceau.registry.web.address;

/** The public pages, each with the Facelets file that draws it. Files are reached by their address only, never by name. */
public enum View {
    HOME("home"),
    RESULTS("results"),
    VISA("visa"),
    TRUST_LISTS("trust-lists"),
    TRUST_LIST("trust-list"),
    SCHEMES("schemes"),
    SCHEME("scheme"),
    DEFINITION("definition"),
    FIGURES("figures"),
    PROBLEMS("problems"),
    ABOUT("about");

    /** Folder of the views; an address below it is answered with "not found". */
    public static final String FOLDER = "/views/";

    private final String file;

    View(String file) {
        this.file = file;
    }

    /** Path of the Facelets file in the archive. */
    public String file() {
        return FOLDER + file + ".xhtml";
    }
}
