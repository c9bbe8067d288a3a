package org.sceau.registry.domain.visa;

/** Approval to protect marked information. Markings above these never enter the registry's public side (invariant 63). */
public enum Agrement {
    DIFFUSION_RESTREINTE,
    EU_RESTRICTED,
    NATO_RESTRICTED
}
