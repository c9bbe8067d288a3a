package org.sceau.registry.web.administering;

import java.util.List;

/**
 * The unverified values of one block of a definition.
 *
 * @param block its key in the file
 * @param title what the block is about
 * @param rows  in the order of the file
 */
public record ValueGroup(String block, String title, List<ValueRow> rows) {}
