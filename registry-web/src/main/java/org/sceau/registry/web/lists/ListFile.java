package org.sceau.registry.web.lists;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.application.publishing.PublishedLists.Part;
import org.sceau.registry.domain.scheme.FamilyId;

/**
 * A file of a trust list, as its address names it: {@code {family}/current.xml}, {@code {family}/{sequence}.xml}, each with
 * {@code .sha2} beside it: in the place of {@code .xml}, where readers of trusted lists look for it (ETSI TS 119 612 cl. 6.1), and
 * behind it, as for the other forms of a list.
 *
 * @param sequence absent for the current issue
 */
record ListFile(FamilyId family, OptionalLong sequence, Part part) {
    private static final Pattern SHAPE =
            Pattern.compile("/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)/(current|[1-9][0-9]{0,8})(\\.xml|\\.sha2|\\.xml\\.sha2)");
    private static final int LONGEST = 120;

    /**
     * @param path below {@code /trust-lists}, starting with a slash
     */
    static Optional<ListFile> read(String path) {
        Matcher named = SHAPE.matcher(path);
        if (path.length() > LONGEST || !named.matches() || named.group(1).length() > 60) {
            return Optional.empty();
        }
        String issue = named.group(2);
        return Optional.of(new ListFile(
                new FamilyId(named.group(1)),
                issue.equals("current") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(issue)),
                named.group(3).equals(".xml") ? Part.XML : Part.XML_SHA2));
    }

    /** Whether its bytes never change. */
    boolean isImmutable() {
        return sequence.isPresent();
    }
}
