package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.sceau.ledger.Commitment;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/**
 * What is kept apart of a vulnerability: how to exploit it (invariant 49), and who reported it in good faith (invariant 50). Nothing of the text
 * leaves this room but to a named handler; the journal holds a commitment whose salt stays in the row. Whoever is no handler hears the
 * same whether there is something or not.
 */
@ApplicationScoped
public class KeepCompartments {
    private static final int MAX_ACCOUNT = 100;

    private final Door door;
    private final VulnerabilityActs acts;
    private final Compartments compartments;
    private final SecureRandom random = new SecureRandom();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepCompartments() {
        this(null, null, null);
    }

    @Inject
    public KeepCompartments(Door door, VulnerabilityActs acts, Compartments compartments) {
        this.door = door;
        this.acts = acts;
        this.compartments = compartments;
    }

    /** A compartment as a handler sees it. */
    public record Opened(Compartment compartment, Compartments.Kept kept, List<String> handlers) {
        public Opened {
            handlers = List.copyOf(handlers);
        }
    }

    /**
     * Founds a compartment, whose first handler the founder is, or replaces what it holds.
     *
     * @param seen version that was seen; 0 where none is
     * @param text 1 to 10000 characters
     * @throws Refused {@code vulnerability-unknown}, {@code compartment-unknown} to whoever is no handler of one that is there and to whoever
     *     may not found one, {@code concurrent-change}
     */
    public Opened write(Actor actor, VulnerabilityId id, Compartment compartment, OptionalLong seen, String text) {
        if (text.isBlank() || text.length() > Compartment.MAX_TEXT) {
            throw new IllegalArgumentException("a compartment holds 1 to " + Compartment.MAX_TEXT + " characters");
        }
        return door.enter(actor, Permission.OPEN_COMPARTMENT, object(id, compartment), passage -> {
            VulnerabilityRecord record = acts.visible(actor, id).record();
            requireOpenTo(actor, record, compartment);
            List<String> handlers = compartments.handlers(id, compartment);
            boolean there = !handlers.isEmpty();
            if (there
                    ? !handlers.contains(actor.name())
                    : !compartment.isFoundedBy(VulnerabilityActs.roles(actor, record))) {
                throw unknown();
            }
            long version = there
                    ? compartments
                            .find(id, compartment)
                            .orElseThrow(KeepCompartments::unknown)
                            .version()
                    : 0;
            SeenVersion.require(seen, version);
            byte[] salt = Commitment.newSalt(random);
            String commitment =
                    Commitment.of(salt, text.getBytes(StandardCharsets.UTF_8)).hex();
            long position = journal(passage, id, compartment, Map.of("act", "kept-apart", "commitment", commitment));
            Compartments.Kept kept = new Compartments.Kept(
                    text, version + 1, HexFormat.of().formatHex(salt), commitment, passage.now(), position);
            if (there) {
                compartments.put(id, compartment, kept);
            } else {
                compartments.found(id, compartment, kept, actor.name());
            }
            return opened(id, compartment);
        });
    }

    /**
     * Reads a compartment. Each look is kept in the audit log.
     *
     * @throws Refused {@code vulnerability-unknown}, {@code compartment-unknown} for one that is not there and to whoever is no handler
     */
    public Opened read(Actor actor, VulnerabilityId id, Compartment compartment) {
        return door.look(actor, Permission.OPEN_COMPARTMENT, object(id, compartment), () -> {
            requireOpenTo(actor, acts.visible(actor, id).record(), compartment);
            if (!compartments.handlers(id, compartment).contains(actor.name())) {
                throw unknown();
            }
            return opened(id, compartment);
        });
    }

    /**
     * Names another handler: a handler may, and whoever could have founded it, but nobody himself.
     *
     * @param account name of an account, 1 to 100 characters; whether it can be one is asked when it reads
     * @return the handlers there are then
     * @throws Refused {@code compartment-unknown}, {@code handler-self}, {@code handler-known}, {@code handlers-full}
     */
    public List<String> name(Actor actor, VulnerabilityId id, Compartment compartment, String account) {
        if (account.isBlank() || account.length() > MAX_ACCOUNT) {
            throw new IllegalArgumentException("an account has a name of 1 to " + MAX_ACCOUNT + " characters");
        }
        return door.enter(actor, Permission.OPEN_COMPARTMENT, object(id, compartment), passage -> {
            List<String> handlers = handlersBefore(actor, id, compartment);
            if (account.equals(actor.name())) {
                throw Refusal.of("handler-self", Refusal.Kind.FORBIDDEN).asException();
            }
            if (handlers.contains(account)) {
                throw Refusal.of("handler-known", Refusal.Kind.CONFLICT).asException();
            }
            if (handlers.size() >= Compartment.MAX_HANDLERS) {
                throw Refusal.of("handlers-full", Refusal.Kind.CONFLICT).asException();
            }
            long position = journal(passage, id, compartment, Map.of("act", "handler-named", "account", account));
            compartments.addHandler(id, compartment, account, passage.now(), position);
            return compartments.handlers(id, compartment);
        });
    }

    /**
     * Takes a handler out: a handler may, also itself, and whoever could have founded it. One always remains.
     *
     * @throws Refused {@code compartment-unknown}, {@code handler-unknown}, {@code handler-last}
     */
    public List<String> dismiss(Actor actor, VulnerabilityId id, Compartment compartment, String account) {
        return door.enter(actor, Permission.OPEN_COMPARTMENT, object(id, compartment), passage -> {
            List<String> handlers = handlersBefore(actor, id, compartment);
            if (!handlers.contains(account)) {
                throw Refusal.of("handler-unknown", Refusal.Kind.NOT_FOUND).asException();
            }
            if (handlers.size() == 1) {
                throw Refusal.of("handler-last", Refusal.Kind.CONFLICT).asException();
            }
            journal(passage, id, compartment, Map.of("act", "handler-dismissed", "account", account));
            compartments.removeHandler(id, compartment, account);
            return compartments.handlers(id, compartment);
        });
    }

    /** The handlers of a compartment that is there, for somebody who may change them. */
    private List<String> handlersBefore(Actor actor, VulnerabilityId id, Compartment compartment) {
        VulnerabilityRecord record = acts.visible(actor, id).record();
        requireOpenTo(actor, record, compartment);
        List<String> handlers = compartments.handlers(id, compartment);
        boolean may = handlers.contains(actor.name()) || isFounder(actor, record, compartment);
        if (handlers.isEmpty() || !may) {
            throw unknown();
        }
        return handlers;
    }

    /** Founding roles of staff name handlers too; a party founds for itself alone. */
    private static boolean isFounder(Actor actor, VulnerabilityRecord record, Compartment compartment) {
        return VulnerabilityActs.handles(actor, record)
                && compartment.isFoundedBy(VulnerabilityActs.roles(actor, record));
    }

    private Opened opened(VulnerabilityId id, Compartment compartment) {
        return new Opened(
                compartment,
                compartments.find(id, compartment).orElseThrow(KeepCompartments::unknown),
                compartments.handlers(id, compartment));
    }

    private static void requireOpenTo(Actor actor, VulnerabilityRecord record, Compartment compartment) {
        if (!compartment.isOpenTo(
                VulnerabilityActs.roles(actor, record), actor.organisation(), record.organisations())) {
            throw unknown();
        }
    }

    private static long journal(
            Passage passage, VulnerabilityId id, Compartment compartment, Map<String, Object> told) {
        Map<String, Object> all = new TreeMap<>(told);
        all.put("compartment", compartment.code());
        all.put("ground", compartment.source());
        return passage.record(VulnerabilityActs.entry(id, all));
    }

    private static String object(VulnerabilityId id, Compartment compartment) {
        return "vulnerability:" + id + " " + compartment.code();
    }

    private static Refused unknown() {
        return Refusal.of("compartment-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
