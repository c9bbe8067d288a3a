package org.sceau.trustlist.issuing;

/** Why a list may not be issued. {@link #code()} is public, stable and never translated. */
public final class IssueRefused extends IllegalStateException {
    public static final String CLOCK_BEHIND_LAST_ISSUE = "clock-behind-last-issue";
    public static final String CLOCK_BEHIND_THIS_ISSUE = "clock-behind-this-issue";
    public static final String SIGNING_FAILED = "list-signing-failed";

    private static final long serialVersionUID = 1L;

    private final String code;

    IssueRefused(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    IssueRefused(String code, Exception cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
