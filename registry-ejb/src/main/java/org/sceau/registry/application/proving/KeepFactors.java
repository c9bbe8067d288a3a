package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.Assurances;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.identifying.HeldRoles;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * The second factors of the own account: enrolled, seen, taken away. Whoever has one shows it before changing anything of them; whoever has
 * none may enrol the first by what let them in.
 */
@ApplicationScoped
public class KeepFactors {
    /** Factors one account may have. */
    public static final int MOST = 10;

    private static final String PURPOSE = "enrol";
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_ANSWER = 20_000;

    private final Door door;
    private final Accounts accounts;
    private final HeldRoles roles;
    private final Assurances assurances;
    private final Factors factors;
    private final TimeFactors codes;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Attempts attempts;
    private final Shown shown;
    private final Operator operator;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepFactors() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public KeepFactors(
            Door door,
            Accounts accounts,
            HeldRoles roles,
            Assurances assurances,
            Factors factors,
            TimeFactors codes,
            Passkeys passkeys,
            Challenges challenges,
            Attempts attempts,
            Shown shown,
            Operator operator,
            Clock clock) {
        this.door = door;
        this.accounts = accounts;
        this.roles = roles;
        this.assurances = assurances;
        this.factors = factors;
        this.codes = codes;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.attempts = attempts;
        this.shown = shown;
        this.operator = operator;
        this.clock = clock;
    }

    /**
     * What somebody has.
     *
     * @param recoveryCodes how many are left
     * @param needed        whether the account can do nothing without one
     */
    public record Kept(List<Factors.Factor> factors, long recoveryCodes, boolean needed) {}

    /**
     * Time codes that wait for their first code.
     *
     * @param secret base32, told once; empty when the act is heard of again
     * @param uri    the same for authenticators ({@code otpauth://})
     */
    public record Begun(Factors.Factor factor, String secret, String uri) {
        @Override
        public String toString() {
            return "Begun[" + factor.id() + "]";
        }
    }

    /**
     * A factor that counts from now on.
     *
     * @param recoveryCodes told once, with the first factor; empty with later ones
     */
    public record Enrolled(Factors.Factor factor, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Enrolled[" + factor.id() + "]";
        }
    }

    public Kept mine(Actor actor) {
        return door.prepare(actor, Permission.KEEP_FACTORS, "factors", () -> {
            Accounts.Account account = account(actor);
            return new Kept(
                    factors.of(account.id()),
                    factors.recoveryCodes(account.id()),
                    assurances.isNeeded(account, roles.of(account)));
        });
    }

    /**
     * Begins the enrolment of an authenticator. It counts once its first code is shown ({@link #confirm}).
     *
     * @param label 1 to 100 characters
     * @throws Refused {@code step-up-needed}, {@code factors-full}, {@code value-refused}
     */
    public Begun begin(Actor actor, String label) {
        return door.prepareOnce(actor, Permission.KEEP_FACTORS, "factors", () -> {
            String account = mayAdd(actor, label);
            factors.forgetUnconfirmed(account);
            TimeFactors.Made made = codes.make(account, label, false, clock.instant());
            return new Begun(made.factor(), made.secret(), uri(actor, made.secret()));
        });
    }

    /** A secret as authenticators read it from a picture. */
    public String uri(Actor actor, String secret) {
        String issuer = operator.shortName().en();
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(actor.name()) + "?secret=" + secret + "&issuer="
                + encoded(issuer);
    }

    /** What was begun, without what was told once; for an attempt that is heard of again. */
    public Begun begun(Actor actor, String id) {
        return door.prepare(actor, Permission.KEEP_FACTORS, "factors", () -> new Begun(known(actor, id), "", ""));
    }

    /**
     * Makes begun time codes count, by the first of them.
     *
     * @throws Refused {@code factor-unknown}, {@code factor-confirmed}, {@code factor-wrong}, {@code factor-too-soon}
     */
    public Enrolled confirm(Actor actor, String id, String code) {
        Instant now = clock.instant();
        String account = door.prepare(actor, Permission.KEEP_FACTORS, "factors", () -> {
            requireFreshIfAny(actor);
            if (known(actor, id).confirmed()) {
                throw Refusal.of("factor-confirmed", Refusal.Kind.CONFLICT).asException();
            }
            return account(actor).id();
        });
        attempts.at(
                actor, Permission.KEEP_FACTORS, account, now, () -> codes.useOf(id, code.replaceAll("\\s", ""), now));
        return door.enter(actor, Permission.KEEP_FACTORS, "factors", passage -> {
            // Another one may have been enrolled since the code was looked at: from then on a factor has to be shown
            // for this one.
            requireFreshIfAny(actor);
            if (known(actor, id).confirmed()) {
                throw Refusal.of("factor-confirmed", Refusal.Kind.CONFLICT).asException();
            }
            boolean first = !factors.hasAny(account);
            factors.confirm(id);
            return enrolled(passage, actor, id, first);
        });
    }

    /** Whether a passkey can be enrolled at all: the registry has to be reached by a name. */
    public boolean hasPasskeys() {
        return passkeys.arePossible();
    }

    /** What the browser is to ask for a new passkey, as JSON; refused like {@link #begin}. */
    public String askPasskey(Actor actor) {
        return door.prepare(actor, Permission.KEEP_FACTORS, "factors", () -> {
            String account = mayAdd(actor, "-");
            return passkeys.creation(
                    challenges.make(account, PURPOSE, clock.instant()),
                    new Passkeys.Owner(account, actor.name(), actor.name()),
                    factors.credentials(account).stream()
                            .map(Factors.Credential::credentialId)
                            .toList());
        });
    }

    /**
     * Enrols a passkey.
     *
     * @param answer of the browser, as JSON
     * @throws Refused {@code passkey-refused}, and like {@link #begin}
     */
    public Enrolled addPasskey(Actor actor, String label, String answer) {
        return door.enter(actor, Permission.KEEP_FACTORS, "factors", passage -> {
            String account = mayAdd(actor, label);
            String id = UUID.randomUUID().toString();
            boolean first = !factors.hasAny(account);
            Factors.Credential credential = Optional.of(answer)
                    .filter(text -> text.length() <= LONGEST_ANSWER)
                    .flatMap(passkeys::challengeOf)
                    .filter(asked -> challenges.use(account, asked, PURPOSE, passage.now()))
                    .flatMap(asked -> passkeys.created(answer, asked, id))
                    .orElseThrow(() ->
                            Refusal.of("passkey-refused", Refusal.Kind.INVALID).asException());
            factors.addPasskey(
                    new Factors.Factor(id, account, Factors.Kind.PASSKEY, label, passage.now(), true, Optional.empty()),
                    credential);
            return enrolled(passage, actor, id, first);
        });
    }

    private Enrolled enrolled(Passage passage, Actor actor, String id, boolean first) {
        Factors.Factor factor = known(actor, id);
        passage.record(entry(actor, factor, "added"));
        shown.by(actor, passage.now());
        return new Enrolled(factor, first ? freshCodes(factor.accountId()) : List.of());
    }

    private List<String> freshCodes(String account) {
        List<String> fresh = RecoveryCode.fresh();
        factors.putRecoveryCodes(account, fresh.stream().map(RecoveryCode::hash).toList());
        return fresh;
    }

    /**
     * Takes a factor away; with the last one its recovery codes go.
     *
     * @throws Refused {@code factor-unknown}, {@code step-up-needed}, {@code factor-last} where the account needs one
     */
    public void remove(Actor actor, String id) {
        door.enter(actor, Permission.KEEP_FACTORS, "factors", passage -> {
            requireFreshIfAny(actor);
            Accounts.Account account = account(actor);
            Factors.Factor factor = known(actor, id);
            boolean last = factors.of(account.id()).stream()
                    .allMatch(other -> other.id().equals(id));
            if (last && assurances.isNeeded(account, roles.of(account))) {
                throw Refusal.of("factor-last", Refusal.Kind.CONFLICT).asException();
            }
            passage.record(entry(actor, factor, "removed"));
            factors.remove(id);
            if (last) {
                factors.removeAll(account.id());
            }
            return factor;
        });
    }

    /** Gives recovery codes in place of all former ones; refused as {@code step-up-needed}, {@code factor-none}. */
    public List<String> renewRecoveryCodes(Actor actor) {
        return door.enter(actor, Permission.KEEP_FACTORS, "factors", passage -> {
            requireFreshIfAny(actor);
            String account = account(actor).id();
            Factors.Factor any = factors.of(account).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.of("factor-none", Refusal.Kind.CONFLICT).asException());
            passage.record(entry(actor, any, "recovery-codes-renewed"));
            return freshCodes(account);
        });
    }

    private String mayAdd(Actor actor, String label) {
        requireFreshIfAny(actor);
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw Refusal.of("value-refused", Refusal.Kind.INVALID)
                    .with("field", "label")
                    .asException();
        }
        String account = account(actor).id();
        if (factors.of(account).size() >= MOST) {
            throw Refusal.of("factors-full", Refusal.Kind.CONFLICT)
                    .with("most", Integer.toString(MOST))
                    .asException();
        }
        return account;
    }

    private void requireFreshIfAny(Actor actor) {
        if (factors.hasAny(account(actor).id()) && !actor.proof().isFresh(clock.instant())) {
            throw Refusal.of("step-up-needed", Refusal.Kind.FORBIDDEN).asException();
        }
    }

    private Factors.Factor known(Actor actor, String id) {
        return factors.find(account(actor).id(), id)
                .orElseThrow(() ->
                        Refusal.of("factor-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private Accounts.Account account(Actor actor) {
        return accounts.byUsername(actor.name()).orElseThrow();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static Entry entry(Actor actor, Factors.Factor factor, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("account", actor.name());
        told.put("factor", factor.id());
        told.put("kind", Coded.of(factor.kind()));
        told.put("act", act);
        return new Entry(
                "factor-changed",
                "accounts",
                Optional.empty(),
                Map.of(),
                Map.of("factor", CanonicalText.of(told)),
                Entry.Topic.HOUSE);
    }
}
