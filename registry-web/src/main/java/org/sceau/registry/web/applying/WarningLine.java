package org.sceau.registry.web.applying;

/**
 * What an organisation was told of a vulnerability in what it holds, or in what that rests on.
 *
 * @param number       of the record
 * @param about        references of the visas it is about
 * @param consequences empty where none are told, as are {@code changes}
 * @param changes      to be made to the product
 * @param day          on which it was told
 */
public record WarningLine(
        String number, String title, String about, String known, String consequences, String changes, String day) {}
