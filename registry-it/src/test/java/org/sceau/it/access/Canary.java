package org.sceau.it.access;

/** The words that are planted: one for each dossier and its matters. No other text of the registry has them. */
enum Canary {
    /** Halcyon's dossier at work. */
    OWN("zirconelle"),
    /** Brume's dossier at work. */
    OTHER("wolframine"),
    /** Halcyon's dossier before its decision. */
    UNDECIDED("yttriade"),
    /** Halcyon's dossier that became a public visa: what is public of it bears another name. */
    PUBLIC("xanthuse");

    private final String word;

    Canary(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The beginning of the word, which a search may be sent without sending the word itself. */
    String beginning() {
        return word.substring(0, 5);
    }
}
