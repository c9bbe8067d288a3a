package org.sceau.it.server;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sceau.it.house.Authenticator;

/** The authenticators of the demo accounts. A code is good once: whoever needs another one within the same half minute waits for it. */
public final class SecondFactor {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    /** A registry reads a clock that was put forward a moment later. */
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private static final Map<String, Long> SHOWN = new ConcurrentHashMap<>();

    private SecondFactor() {}

    /** A code that was not shown yet; empty for an account without authenticator. */
    public static synchronized Optional<String> code(RunningRegistry registry, String username) {
        JsonObject account = registry.account(username);
        if (account.isNull("totpSecret")) {
            return Optional.empty();
        }
        String key = registry.port() + " " + username;
        long step = Math.max(Authenticator.step(registry.now()), SHOWN.getOrDefault(key, 0L) + 1);
        // The registry takes the code of the next half minute as well (RFC 6238 cl. 5.2).
        registry.await(
                "the next code of " + username,
                Instant.EPOCH.plus(HALF_A_MINUTE.multipliedBy(step - 1)).plus(A_MOMENT));
        SHOWN.put(key, step);
        return Optional.of(new Authenticator(account.getString("totpSecret")).code(step));
    }
}
