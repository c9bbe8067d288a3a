package org.sceau.registry.web.administering;

import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.form.Obstacle;

/**
 * A file in the folder.
 *
 * @param name of the file
 * @param what what it is an edition of; empty for one that cannot be read
 * @param why  what keeps it from being proposed; absent for one that may be, and for one that was
 */
public record FileRow(
        String name,
        String address,
        String what,
        String state,
        String tone,
        @Nullable Obstacle why) {}
