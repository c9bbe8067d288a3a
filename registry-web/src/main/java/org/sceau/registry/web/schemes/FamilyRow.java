package org.sceau.registry.web.schemes;

import java.util.List;

/**
 * A family in the list of schemes.
 *
 * @param group    what it belongs with
 * @param versions names of its scheme versions, newest first
 */
public record FamilyRow(String group, String address, String label, String summary, List<String> versions) {}
