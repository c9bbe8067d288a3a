package org.sceau.it.access;

/** What the object of a path is to whoever asks for it; in the order in which the cells of the matrix say it. */
enum Whose {
    /** Of the house that asks, at work. */
    OWN,
    /** Of another house, at work. */
    OTHER,
    /** Of the first house, decided and published. */
    PUBLIC,
    /** Of the first house, before its decision: a decision is proposed. */
    UNDECIDED,
    /** Nobody's: there is none. */
    UNKNOWN
}
