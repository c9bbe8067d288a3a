package org.sceau.registry.application.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** All visas, each in its newest version; former versions stay readable. */
public interface Visas {

    Optional<Visa> find(VisaId id);

    Optional<Visa> find(Slug slug);

    /** How many visas already have this slug or a numbered one of it. */
    int countWithStem(Slug stem);

    /** What is known under each of the reference keys, for comparing an import; at most 1,000 keys a call. */
    Map<String, List<Known>> knownUnder(Collection<String> referenceKeys);

    /**
     * A visa as an import compares it.
     *
     * @param factsDigest SHA-256 of the canonical facts, lower-case hexadecimal
     */
    record Known(VisaId id, Slug slug, long version, String subjectKey, String factsDigest, String source) {}

    /** The visas of a family that a holder has, in whichever spelling; at most 1,000. */
    List<Visa> heldBy(FamilyId family, OrganisationKey holder);

    void add(Visa visa);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Visa visa);

    /** One version of a visa. */
    Optional<Visa> version(VisaId id, long version);

    /** The version that was the newest at an instant; empty when the visa was not known then. */
    Optional<Visa> find(VisaId id, Instant knownAt);

    /**
     * Visas that are public now, each in the version that was the newest at an instant; by id. That version itself may not have been public.
     *
     * @param family only those of this family, or all
     * @param after  go on behind this one
     * @param most   at most this many, and never more than 1,000
     */
    List<Visa> knownAt(Instant instant, Optional<FamilyId> family, Optional<VisaId> after, int most);

    /** The newest version of a visa that was recorded before a journal position; empty when there is none. */
    Optional<Visa> recordedBefore(VisaId id, long position);

    /**
     * Hands over the visas of a family with consent that an issue of its list does not hold in their newest version, without holding them
     * all in memory.
     *
     * @param position journal position of the issue
     * @param day      legal day the issue speaks of
     */
    void forEachBeyond(FamilyId family, long position, LocalDate day, Consumer<Visa> reader);

    /** Every version of a visa, newest first. */
    List<Visa> versions(VisaId id);

    /** Visas that rest on another one, in their newest version; by id. */
    List<Visa> resting();

    /** Visas that took the place of another one, in their newest version; by id. */
    List<Visa> replacing(VisaId former);

    /** Hands over every visa in a stable order without holding them all in memory. */
    void forEach(Consumer<Visa> reader);

    /** The same for the visas of one family, by id. */
    void forEach(FamilyId family, Consumer<Visa> reader);

    /**
     * Visas of a family that may be published, ordered by holder key, subject and id.
     *
     * @param day   only those whose first day is not after it
     * @param after go on behind this one
     * @param most  at most this many
     */
    List<Visa> publicAfter(FamilyId family, LocalDate day, Optional<Visa> after, int most);

    /** How many visas of a family may be published, whatever their status. */
    long countPublic(FamilyId family);

    List<Visa> latest(int count);

    /** Visas of a family whose status follows from dates and changes on one of the days after {@code from} up to {@code to}. */
    boolean changesByDate(FamilyId family, LocalDate from, LocalDate to);
}
