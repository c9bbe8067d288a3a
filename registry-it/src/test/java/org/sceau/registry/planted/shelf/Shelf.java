package org.sceau.registry.planted.shelf;

import org.sceau.registry.planted.util.Drawer;

/** Planted: the other half of a cycle. */
public class Shelf {
    Drawer drawer;
}
