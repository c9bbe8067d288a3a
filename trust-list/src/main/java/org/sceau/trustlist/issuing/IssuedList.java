package org.sceau.trustlist.issuing;

import java.nio.file.Path;

/**
 * A list that is on disk.
 *
 * @param file           the signed list
 * @param digestFile     its {@code .sha2} companion
 * @param sizeBytes      size of the list
 * @param sha256         SHA-256 of the list as served, 64 lower-case hexadecimal digits
 * @param documentDigest base64 of the digest that was signed, over the canonical form without signature
 * @param providers      number of providers
 * @param services       number of services
 */
public record IssuedList(
        Path file,
        Path digestFile,
        long sizeBytes,
        String sha256,
        String documentDigest,
        long providers,
        long services) {}
