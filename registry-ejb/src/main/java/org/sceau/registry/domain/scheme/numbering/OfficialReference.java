package org.sceau.registry.domain.scheme.numbering;

import java.util.OptionalInt;

/**
 * An official reference brought to one form.
 *
 * @param canonical   with hyphens, as catalogues print and addresses need it: {@code ANSSI-CSPN-2025-16}
 * @param slashed     as reports and certificates print it: {@code ANSSI-CSPN-2025/16}; equal to {@code canonical} where the
 *                    form has no slash
 * @param year        the year written in it, if any; of issue or of the initial certificate, as the scheme says
 * @param yearly      true for a bare decision number, which restarts each year: unique only together with its year
 *                    (invariant 68)
 */
public record OfficialReference(String canonical, String slashed, OptionalInt year, boolean yearly) {

    /** The canonical form. */
    @Override
    public String toString() {
        return canonical;
    }
}
