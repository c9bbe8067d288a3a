package org.sceau.registry.web.lists;

/**
 * One issue of a trust list.
 *
 * @param number  sequence number, as text so that its digits stay together
 * @param page    address of the family's list page
 * @param file    address of the signed file: of the current issue or of this one
 * @param sha256  hexadecimal digest of the file
 * @param size    {@code 812 ko}
 */
public record ListRow(
        String family,
        String number,
        String page,
        String file,
        String issued,
        String nextUpdate,
        boolean late,
        String services,
        String sha256,
        String size) {}
