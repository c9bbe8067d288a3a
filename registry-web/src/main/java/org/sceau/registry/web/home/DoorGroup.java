package org.sceau.registry.web.home;

import java.util.List;

/** Families that belong together, under one heading. */
public record DoorGroup(String label, List<Door> doors) {}
