package org.sceau.registry.domain.dossier;

import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.domain.visa.VisaId;

/**
 * An activity that somebody else does for the provider (PASSI 2.2, VI.2.6.a).
 *
 * @param activity     id of a scope
 * @param visa         the visa of the subcontractor
 * @param contractedOn first day of the contract with it; absent while there is none
 * @param agreedIn     scoping note in which the client agreed to it, 1 to 200 characters; absent while it did not
 */
public record Subcontract(String activity, VisaId visa, Optional<LocalDate> contractedOn, Optional<String> agreedIn) {
    /** Refuses a blank or longer scoping note with {@link IllegalArgumentException}. */
    public Subcontract {
        if (agreedIn.filter(note -> note.isBlank() || note.length() > 200).isPresent()) {
            throw new IllegalArgumentException("a scoping note has a reference of at most 200 characters");
        }
    }

    /** Neither contracted nor agreed yet. */
    public Subcontract(String activity, VisaId visa) {
        this(activity, visa, Optional.empty(), Optional.empty());
    }

    /** Whether the contract is in place on a day. */
    public boolean isContractedOn(LocalDate day) {
        return contractedOn.filter(first -> !first.isAfter(day)).isPresent();
    }
}
