package org.sceau.registry.web.results;

/**
 * An active filter that can be taken away.
 *
 * @param address of the same question without it
 */
public record Chip(String label, String address) {}
