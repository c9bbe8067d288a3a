package org.sceau.registry.web.casework;

import java.util.List;

/**
 * The form of a proposal.
 *
 * @param version   of the dossier it is based on; 0 without one
 * @param visaVersion the same of the visa
 * @param effective first day, as a field has it
 * @param lastDay   the usual last day, or what was typed; empty where the scheme has none
 * @param asksEnd   whether a last day belongs to it
 * @param suspends  whether that day ends a suspension, not the validity
 * @param reasons   what was typed
 */
public record ProposalFields(
        long version,
        long visaVersion,
        String effective,
        boolean asksEnd,
        boolean suspends,
        String lastDay,
        boolean asksReasons,
        boolean needsReasons,
        String reasons,
        List<Choice> categories,
        boolean asksActions,
        String actions,
        List<Choice> scopes,
        List<Choice> levels,
        boolean asksVersions,
        String versions,
        boolean asksFlag,
        boolean flag,
        List<ClauseRow> clauses,
        List<Choice> advice) {

    /** A condition or reservation, in both languages. */
    public record ClauseRow(int number, String kind, String fr, String en) {}
}
