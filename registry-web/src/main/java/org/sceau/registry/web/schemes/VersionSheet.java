package org.sceau.registry.web.schemes;

import java.util.List;

/**
 * One version of a scheme as it is shown.
 *
 * @param rules      what it grants, on what ground, for how long, from when
 * @param unverified how many of all its rows rest on a source that nobody has read
 */
public record VersionSheet(
        String id,
        String name,
        String label,
        List<Term> rules,
        List<Term> levels,
        List<Term> scopes,
        List<Term> categories,
        long unverified) {}
