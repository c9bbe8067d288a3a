package org.sceau.registry.web.identity;

/** Which way in a path has. */
enum Way {
    /** Bearer tokens only; cookies are ignored, so no page elsewhere can act through a visitor's browser. */
    TOKEN,
    /** The house's own identity provider (OpenID Connect), where there is one. */
    PROVIDER,
    FORM;

    /** Where the way by the provider begins. */
    static final String PROVIDER_START = "/sso/sign-in";
    /** Where the provider sends people back to. */
    static final String PROVIDER_END = "/sso/back";

    /**
     * @param path path of the request below the context root, as the container resolved it, never as the client wrote it
     */
    static Way of(String path) {
        if (path.equals("/api") || path.startsWith("/api/")) {
            return TOKEN;
        }
        return path.startsWith("/sso/") ? PROVIDER : FORM;
    }
}
