package org.sceau.registry.domain.task;

import java.util.UUID;

/** Internal identity of a task: random, 128 bits, never reused. */
public record TaskId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static TaskId parse(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
