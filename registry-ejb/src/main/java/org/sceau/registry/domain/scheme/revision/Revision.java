package org.sceau.registry.domain.scheme.revision;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;

/**
 * One edition of a scheme definition. Its bytes never change; a correction is a new edition with a higher number, which two
 * administrators take into use (house rule: whoever changes the rules is as bound as whoever decides under them).
 *
 * @param number    1 to {@link SchemeVersion#LAST_REVISION}
 * @param sha256    of its bytes, lower-case hexadecimal
 * @param firstWord who proposed it; absent for one that came with a release
 * @param lastWord  who took it into use or rejected it
 */
public record Revision(
        SchemeVersionId scheme,
        int number,
        String sha256,
        State state,
        Optional<String> firstWord,
        Optional<String> lastWord) {

    /** How far an edition has come. */
    public enum State {
        /** Came with a release of the registry, reviewed there. */
        RELEASED,
        PROPOSED,
        ACTIVE,
        REJECTED;

        /** Whether the edition is or was in use. */
        public boolean isUsed() {
            return this == RELEASED || this == ACTIVE;
        }
    }

    /** An edition as it comes with the registry. */
    public static Revision released(SchemeVersion version) {
        return new Revision(
                version.id(),
                version.revision(),
                version.definition(),
                State.RELEASED,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * An edition that somebody wants to take into use.
     *
     * @param known every edition of this version on record
     * @throws org.sceau.registry.domain.refusal.Refused {@code revision-known} for bytes that are or were in use, {@code
     *     revision-proposed} for bytes that wait for their second word, {@code revision-bytes-differ} when its number stands for other
     *     bytes, {@code revision-not-newer} when its number is not above the one in use
     */
    public static Revision proposed(SchemeVersion version, String by, List<Revision> known) {
        requireNew(version, known);
        requireNewer(version.revision(), known);
        return new Revision(
                version.id(),
                version.revision(),
                version.definition(),
                State.PROPOSED,
                Optional.of(by),
                Optional.empty());
    }

    /**
     * Taken into use.
     *
     * @param known every edition of this version on record
     * @throws org.sceau.registry.domain.refusal.Refused {@code revision-answered}, {@code approval-own-proposal} for whoever proposed it,
     *     {@code revision-not-newer} when another one came into use meanwhile
     */
    public Revision activated(String by, List<Revision> known) {
        requireOpen();
        if (firstWord.filter(by::equals).isPresent()) {
            throw Refusal.of("approval-own-proposal", Refusal.Kind.FORBIDDEN).asException();
        }
        requireNewer(number, known);
        return new Revision(scheme, number, sha256, State.ACTIVE, firstWord, Optional.of(by));
    }

    /** Ended without coming into use, by anybody who may propose: whoever proposed it may take it back. */
    public Revision rejected(String by) {
        requireOpen();
        return new Revision(scheme, number, sha256, State.REJECTED, firstWord, Optional.of(by));
    }

    /** The edition in use among those on record; empty for a version that has none. */
    public static Optional<Revision> inUse(List<Revision> known) {
        return known.stream()
                .filter(revision -> revision.state.isUsed())
                .max(java.util.Comparator.comparingInt(Revision::number));
    }

    private void requireOpen() {
        if (state != State.PROPOSED) {
            throw Refusal.of("revision-answered", Refusal.Kind.CONFLICT).asException();
        }
    }

    private static void requireNew(SchemeVersion version, List<Revision> known) {
        for (Revision other : known) {
            if (other.state == State.REJECTED) {
                continue;
            }
            if (other.sha256.equals(version.definition())) {
                throw Refusal.of(
                                other.state == State.PROPOSED ? "revision-proposed" : "revision-known",
                                Refusal.Kind.CONFLICT)
                        .with("revision", Integer.toString(other.number))
                        .asException();
            }
            if (other.number == version.revision()) {
                throw Refusal.of("revision-bytes-differ", Refusal.Kind.CONFLICT)
                        .with("revision", Integer.toString(other.number))
                        .with("sha256", other.sha256)
                        .asException();
            }
        }
    }

    private static void requireNewer(int number, List<Revision> known) {
        inUse(known).filter(used -> number <= used.number).ifPresent(used -> {
            throw Refusal.of("revision-not-newer", Refusal.Kind.CONFLICT)
                    .with("revision", Integer.toString(number))
                    .with("in-use", Integer.toString(used.number))
                    .asException();
        });
    }
}
