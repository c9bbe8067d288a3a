package org.sceau.registry.web.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.form.Obstacle;

/**
 * A proposed decision, ready for the second word.
 *
 * @param digest    of all that is approved
 * @param inForce   reference of the visa that is in force; empty for a first grant
 * @param address   of its page; empty without one
 * @param rows      what the visa says, before and after
 * @param texts     what the decision says besides, each with its name
 * @param first     who proposed it, and when
 * @param mine      whether the reader proposed it
 * @param obstacle  why the reader cannot approve it; absent for whoever can
 * @param remedy    how it is contested; empty where no text wants it told
 */
public record ProposalSheet(
        String id,
        long version,
        String kind,
        boolean refuses,
        String ground,
        String source,
        String digest,
        String inForce,
        String address,
        List<DiffRow> rows,
        List<CaseSheet.Fact> texts,
        String first,
        String firstWhen,
        String expires,
        boolean mine,
        @Nullable Obstacle obstacle) {

    /** As it is shown beside the buttons: the whole of it stands below. */
    public String shortDigest() {
        return digest.substring(0, 8) + "…" + digest.substring(digest.length() - 8);
    }

    public boolean approvable() {
        return obstacle == null;
    }

    public long changes() {
        return rows.stream().filter(DiffRow::changed).count();
    }
}
