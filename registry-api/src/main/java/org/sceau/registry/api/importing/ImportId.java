package org.sceau.registry.api.importing;

import java.util.regex.Pattern;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** The id of an import in an address. What has another shape is not there, and reaches no log and no header. */
final class ImportId {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ImportId() {}

    /** @throws Refused {@code import-unknown} */
    static String checked(String id) {
        if (!SHAPE.matcher(id).matches()) {
            throw Refusal.of("import-unknown", Refusal.Kind.NOT_FOUND).asException();
        }
        return id;
    }
}
