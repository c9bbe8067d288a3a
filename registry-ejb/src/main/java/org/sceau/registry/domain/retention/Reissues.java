package org.sceau.registry.domain.retention;

import java.util.List;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Which visas took the place of another one with the same scope (EUCC Art. 13(2)(c)). */
@FunctionalInterface
public interface Reissues {

    /** Those that directly replaced this one; none for most. */
    List<Visa> of(VisaId visa);
}
