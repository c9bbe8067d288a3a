package org.sceau.registry.application.publishing;

import java.time.Instant;
import org.sceau.registry.domain.scheme.FamilyId;

/**
 * One issue of a family's trust list.
 *
 * @param sequence   1 for the first issue, +1 for each further one (ETSI TS 119 612 cl. 5.3.2)
 * @param issuedAt   list issue date and time
 * @param nextUpdate by when the next issue is due
 * @param services   visas in the list
 * @param sha256     lower-case hexadecimal digest of the file
 * @param bytes      size of the file
 */
public record PublishedList(
        FamilyId family,
        long sequence,
        Instant issuedAt,
        Instant nextUpdate,
        long services,
        String sha256,
        long bytes) {}
