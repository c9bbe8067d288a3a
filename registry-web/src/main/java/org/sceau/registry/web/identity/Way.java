package org.sceau.registry.web.identity;

/** Which way in a path has. */
enum Way {
    /** Bearer tokens only; cookies are ignored, so no page elsewhere can act through a visitor's browser. */
    TOKEN,
    FORM;

    /**
     * @param path path of the request below the context root, as the container resolved it, never as the client wrote it
     */
    static Way of(String path) {
        return path.equals("/api") || path.startsWith("/api/") ? TOKEN : FORM;
    }
}
