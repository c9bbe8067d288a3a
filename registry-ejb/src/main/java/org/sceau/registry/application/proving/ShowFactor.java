package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** A second factor, shown after the password or before what weighs much: what the actor came with is proven by it for a while. */
@ApplicationScoped
public class ShowFactor {
    static final String PURPOSE = "show";
    static final String WORD = "word";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{43}");
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
    private final SignedWords words;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ShowFactor() {
        this(null, null, null, null, null, null, null, null, null, null);
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
            SignedWords words,
            Clock clock) {
        this.door = door;
        this.accounts = accounts;
        this.factors = factors;
        this.codes = codes;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.attempts = attempts;
        this.shown = shown;
        this.words = words;
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

    /**
     * What the browser is to ask a passkey, so that its answer is evidence of a word about one thing.
     *
     * @param question as JSON
     * @param nonce    to be given back with the answer
     */
    public record WordAsked(String question, String nonce) {}

    /**
     * Asks for a word about exactly what has this digest.
     *
     * @param digest 64 lower-case hexadecimal digits
     * @return empty where the account has no passkey
     */
    public Optional<WordAsked> askWord(Actor actor, String digest) {
        return door.prepare(actor, Permission.SHOW_FACTOR, "factor", () -> {
            String account = account(actor).id();
            List<String> known = factors.credentials(account).stream()
                    .map(Factors.Credential::credentialId)
                    .toList();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            Challenges.Bound bound = challenges.makeFor(account, WORD, digest, clock.instant());
            return Optional.of(new WordAsked(passkeys.request(bound.challenge(), known), bound.nonce()));
        });
    }

    /**
     * By a passkey, as a word about one thing: what was signed is kept, and the journal commits to it. The factor counts as shown.
     *
     * @param digest of what the word is about, as its page showed it
     * @param nonce  as it was asked with
     * @throws Refused as {@link #byCode}; also for an answer about anything else
     */
    public void byWord(Actor actor, String digest, String nonce, String answer) {
        Instant now = clock.instant();
        String account = requireAny(actor);
        boolean readable =
                DIGEST.matcher(digest).matches() && NONCE.matcher(nonce).matches();
        List<Factors.Credential> signedBy = new ArrayList<>();
        attempts.at(actor, Permission.SHOW_FACTOR, account, now, () -> {
            Optional<String> challenge = Optional.of(answer)
                    .filter(text -> readable && text.length() <= LONGEST_ANSWER)
                    .flatMap(passkeys::challengeOf)
                    .filter(asked -> asked.equals(Challenges.bound(digest, nonce)))
                    .filter(asked -> challenges.use(account, asked, WORD, now));
            Optional<Factors.Credential> by = challenge.flatMap(asked -> ofOne(account, answer, asked, now));
            by.ifPresent(credential -> {
                signedBy.add(credential);
                shown.by(actor, now);
            });
            return by.isPresent();
        });
        door.enter(actor, Permission.SHOW_FACTOR, "factor", passage -> {
            String credential = signedBy.get(0).data();
            Map<String, Object> told = new TreeMap<>();
            told.put("by", actor.name());
            told.put("digest", digest);
            told.put("nonce", nonce);
            told.put("answer", answer);
            told.put("credential", credential);
            long position = passage.record(new Entry(
                    "word-signed",
                    "word",
                    Optional.empty(),
                    Map.of(),
                    Map.of("word", CanonicalText.of(told)),
                    Entry.Topic.HOUSE));
            words.add(new SignedWords.Signed(
                    account, actor.name(), digest, nonce, answer, credential, passage.now(), position));
            return position;
        });
    }

    private boolean isOfOne(String account, String answer, String challenge, Instant now) {
        return ofOne(account, answer, challenge, now).isPresent();
    }

    private Optional<Factors.Credential> ofOne(String account, String answer, String challenge, Instant now) {
        String id = passkeys.credentialOf(answer).orElse("");
        return factors.credentials(account).stream()
                .filter(credential -> credential.credentialId().equals(id))
                .findFirst()
                .filter(credential -> passkeys.shown(answer, challenge, credential)
                        .map(count -> {
                            factors.useCredential(credential.factorId(), count, now);
                            return count;
                        })
                        .isPresent());
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
