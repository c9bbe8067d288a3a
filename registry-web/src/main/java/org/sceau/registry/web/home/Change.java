package org.sceau.registry.web.home;

import java.time.LocalDate;

/**
 * A visa recorded or changed lately.
 *
 * @param tone   style class of its status
 * @param icon   name of its icon
 * @param isoDay legal day on which the registry recorded it
 * @param day    the same in words
 * @param status one word
 * @param text   scheme, level and dates
 */
public record Change(
        String tone,
        String icon,
        LocalDate isoDay,
        String day,
        String address,
        String title,
        String status,
        String text) {}
