package org.sceau.registry.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.ApiToken;
import org.sceau.registry.application.identifying.KeepTokens;
import org.sceau.registry.application.identifying.Tokens;
import org.sceau.registry.domain.coded.Coded;

/**
 * A token of a machine.
 *
 * @param acts     what it lets in for; absent for all that the account may
 * @param lastUsed to the hour; absent as long as nobody came with it
 * @param secret   told once, when it is made
 */
@Schema(name = "Token")
public record TokenView(
        String id,
        String label,
        @Nullable List<String> acts,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsed,
        boolean revoked,
        @Nullable String secret) {
    static TokenView of(KeepTokens.Made made) {
        Tokens.Token token = made.token();
        return new TokenView(
                token.id(),
                token.label(),
                token.only()
                        .map(only -> only.stream().map(Coded::of).sorted().toList())
                        .orElse(null),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsed().orElse(null),
                token.revoked(),
                made.secret().map(ApiToken::secret).orElse(null));
    }

    /** Several of them. */
    @Schema(name = "Tokens")
    public record All(List<TokenView> tokens) {
        static All of(List<Tokens.Token> tokens) {
            return new All(tokens.stream()
                    .map(token -> TokenView.of(new KeepTokens.Made(token, Optional.empty())))
                    .toList());
        }
    }

    /**
     * What is asked for.
     *
     * @param label what you call it, 1 to 100 characters
     * @param days  how long it lasts, 1 to 90
     * @param acts  codes of the acts it is for, such as {@code import-catalogue}; absent or empty for all that the account may
     */
    @Schema(name = "NewToken")
    public record New(String label, long days, @Nullable List<String> acts) {
        String given() {
            return Given.text("label", label, 100);
        }

        Optional<Set<Permission>> only() {
            return Optional.ofNullable(acts)
                    .filter(codes -> !codes.isEmpty())
                    .map(codes -> codes.stream()
                            .map(code -> Given.one("acts", code, Permission.values(), Coded::of))
                            .collect(Collectors.toSet()));
        }
    }
}
