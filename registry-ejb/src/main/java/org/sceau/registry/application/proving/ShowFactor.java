package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** A second factor, shown after the password or before what weighs much: what the actor came with is proven by it for a while. */
@ApplicationScoped
public class ShowFactor {
    static final String PURPOSE = "show";
    private static final Pattern TIME_CODE = Pattern.compile("\\d{6}");
    private static final int LONGEST_ANSWER = 20_000;

    private final Door door;
    private final Accounts accounts;
    private final Factors factors;
    private final TimeFactors codes;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Attempts attempts;
    private final Shown shown;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ShowFactor() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public ShowFactor(
            Door door,
            Accounts accounts,
            Factors factors,
            TimeFactors codes,
            Passkeys passkeys,
            Challenges challenges,
            Attempts attempts,
            Shown shown,
            Clock clock) {
        this.door = door;
        this.accounts = accounts;
        this.factors = factors;
        this.codes = codes;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.attempts = attempts;
        this.shown = shown;
        this.clock = clock;
    }

    /** Which kinds of factors somebody can show. */
    public List<Factors.Kind> kinds(Actor actor) {
        return door.prepare(
                actor,
                Permission.SHOW_FACTOR,
                "factor",
                () -> factors.of(account(actor).id()).stream()
                        .map(Factors.Factor::kind)
                        .distinct()
                        .toList());
    }

    /**
     * By a code: six digits of an authenticator, or one of the recovery codes, which is used up then.
     *
     * @param typed blanks do not count
     * @throws Refused {@code factor-wrong}, also for a code that was shown before; {@code factor-too-soon}; {@code factor-none} for an
     *     account without any
     */
    public void byCode(Actor actor, String typed) {
        String bare = typed.replaceAll("\\s", "");
        Instant now = clock.instant();
        String account = requireAny(actor);
        attempts.at(actor, Permission.SHOW_FACTOR, account, now, () -> {
            boolean right = TIME_CODE.matcher(bare).matches()
                    ? codes.use(account, bare, now)
                    : bare.length() <= 40 && factors.useRecoveryCode(account, RecoveryCode.hash(bare));
            if (right) {
                shown.by(actor, now);
            }
            return right;
        });
    }

    /** What the browser is to ask a passkey, as JSON; empty where the account has none. */
    public Optional<String> ask(Actor actor) {
        return door.prepare(actor, Permission.SHOW_FACTOR, "factor", () -> {
            String account = account(actor).id();
            List<String> known = factors.credentials(account).stream()
                    .map(Factors.Credential::credentialId)
                    .toList();
            return known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(passkeys.request(challenges.make(account, PURPOSE, clock.instant()), known));
        });
    }

    /**
     * By a passkey.
     *
     * @param answer of the browser, as JSON
     * @throws Refused as {@link #byCode}
     */
    public void byPasskey(Actor actor, String answer) {
        Instant now = clock.instant();
        String account = requireAny(actor);
        attempts.at(actor, Permission.SHOW_FACTOR, account, now, () -> {
            Optional<String> challenge = Optional.of(answer)
                    .filter(text -> text.length() <= LONGEST_ANSWER)
                    .flatMap(passkeys::challengeOf)
                    .filter(asked -> challenges.use(account, asked, PURPOSE, now));
            boolean right = challenge.isPresent() && isOfOne(account, answer, challenge.get(), now);
            if (right) {
                shown.by(actor, now);
            }
            return right;
        });
    }

    private boolean isOfOne(String account, String answer, String challenge, Instant now) {
        String id = passkeys.credentialOf(answer).orElse("");
        return factors.credentials(account).stream()
                .filter(credential -> credential.credentialId().equals(id))
                .findFirst()
                .flatMap(credential -> passkeys.shown(answer, challenge, credential)
                        .map(count -> {
                            factors.useCredential(credential.factorId(), count, now);
                            return count;
                        }))
                .isPresent();
    }

    private String requireAny(Actor actor) {
        return door.prepare(actor, Permission.SHOW_FACTOR, "factor", () -> {
            String account = account(actor).id();
            if (!factors.hasAny(account)) {
                throw Refusal.of("factor-none", Refusal.Kind.CONFLICT).asException();
            }
            return account;
        });
    }

    private Accounts.Account account(Actor actor) {
        return accounts.byUsername(actor.name()).orElseThrow();
    }
}
