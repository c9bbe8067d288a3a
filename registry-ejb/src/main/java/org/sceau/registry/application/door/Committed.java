package org.sceau.registry.application.door;

/** Announced after a commit that put something on record. Consumers then read the outbox; a lost announcement loses nothing. */
public record Committed(long lastPosition) {}
