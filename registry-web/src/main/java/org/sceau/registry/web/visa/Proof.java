package org.sceau.registry.web.visa;

/**
 * Something that shows a visa to be what it says.
 *
 * @param icon    name of its icon
 * @param address where it can be looked at; may be empty
 */
public record Proof(String icon, String text, String address) {}
