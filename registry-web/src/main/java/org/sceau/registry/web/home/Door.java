package org.sceau.registry.web.home;

/**
 * A family on the home page.
 *
 * @param address the catalogue, filtered by the family
 * @param count   visas in force today
 */
public record Door(String address, String label, String summary, String count) {}
