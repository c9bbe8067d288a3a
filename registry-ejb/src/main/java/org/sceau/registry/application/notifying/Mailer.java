package org.sceau.registry.application.notifying;

/** The way out by mail. */
public interface Mailer {

    /** Whether this registry sends mail at all. */
    boolean isOpen();

    /** Hands a mail to the mail server; takes six minutes at the most. Never throws for what the server or the network does. */
    Outcome send(Mail mail);

    /** What became of it. */
    enum Outcome {
        /** The server said that it has it. */
        ACCEPTED,
        /** The server refuses the address for good. */
        REFUSED,
        /** It was not taken, or nobody knows: another attempt, later. */
        PUT_OFF,
        /** The server did not come as far as the mail: it is away, or does not know us. Others would fare no better. */
        UNREACHABLE
    }
}
