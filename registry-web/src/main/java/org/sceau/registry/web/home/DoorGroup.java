package org.sceau.registry.web.home;

import java.util.List;

/**
 * Families that belong together, under one heading.
 *
 * @param brief whether there are so many that their names must do
 */
public record DoorGroup(String label, List<Door> doors, boolean brief) {}
