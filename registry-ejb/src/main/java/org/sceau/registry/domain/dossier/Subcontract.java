package org.sceau.registry.domain.dossier;

import org.sceau.registry.domain.visa.VisaId;

/**
 * An activity that somebody else does for the provider.
 *
 * @param activity id of a scope
 * @param visa     the visa of the subcontractor
 */
public record Subcontract(String activity, VisaId visa) {}
