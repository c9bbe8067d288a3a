package org.sceau.registry.application.evaluating;

/**
 * What was found around a dossier in the question that found it: each further question travels to the database and back, and most of them have the
 * answer of the last time.
 *
 * @param name         account of the person it was asked for
 * @param complaint    whether that person ever handled a complaint about the dossier, or about the visa it is about
 * @param laboratories position of the newest entry about any laboratory; -1 where there is none
 * @param revisions    the same about any edition of a definition
 */
public record Around(String name, boolean complaint, long laboratories, long revisions) {}
