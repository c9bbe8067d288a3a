package org.sceau.registry.planted.util;

import org.sceau.registry.planted.shelf.Shelf;

/** Planted: a drawer for everything, without a package-info, in a cycle with its neighbour. */
public class Drawer {
    Shelf shelf;
}
