package org.sceau.registry.web.schemes;

import java.util.List;

/**
 * One version of a scheme as it is shown.
 *
 * @param rules      what it grants, on what ground, for how long, from when
 * @param unverified how many of all its rows rest on a source that nobody has read
 * @param conducted  whether its definition says how matters are conducted
 * @param whole      whether all of it is shown: the drawing and the tables are long, and one version of a page has them
 * @param diagrams   the drawing of its stages; none where it is not conducted or not shown
 * @param tables     how matters are conducted, block by block
 */
public record VersionSheet(
        String id,
        String name,
        String label,
        List<Term> rules,
        List<Term> levels,
        List<Term> scopes,
        List<Term> categories,
        long unverified,
        boolean conducted,
        boolean whole,
        List<StageDiagram> diagrams,
        List<RuleTable> tables) {}
