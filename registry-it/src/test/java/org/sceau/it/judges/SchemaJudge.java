package org.sceau.it.judges;

import eu.europa.esig.trustedlist.TrustedListUtils;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;

/** The schema of TS 119 612 v2.4.1, from the archive it is published in; nothing is fetched. */
final class SchemaJudge {
    private SchemaJudge() {}

    static List<String> complaints(Path list) {
        return TrustedListUtils.getInstance().validateAgainstXSD(new StreamSource(list.toFile()));
    }
}
