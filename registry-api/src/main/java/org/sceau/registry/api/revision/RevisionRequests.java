package org.sceau.registry.api.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.request.Given;

/** What is sent about editions of definitions. */
final class RevisionRequests {
    private static final int LONGEST_GROUNDS = 2000;
    private static final int LONGEST_NAME = 100;

    private RevisionRequests() {}

    /**
     * @param file   name of a file of the folder
     * @param sha256 of the file that was seen, lower-case hexadecimal
     */
    @Schema(name = "NewSchemeRevision")
    record Proposal(String file, String sha256) {
        String name() {
            return Given.text("file", file, LONGEST_NAME);
        }

        String seen() {
            return RevisionRequests.digest("sha256", sha256);
        }
    }

    /** @param grounds why, 1 to 2,000 characters; kept, and no part of the open journal */
    @Schema(name = "SchemeRevisionWord")
    record Word(String grounds) {
        String words() {
            return Given.text("grounds", grounds, LONGEST_GROUNDS);
        }
    }

    private static String digest(String member, String value) {
        if (!value.matches("[0-9a-f]{64}")) {
            throw Given.invalid(member, "64 lower-case hexadecimal digits");
        }
        return value;
    }
}
