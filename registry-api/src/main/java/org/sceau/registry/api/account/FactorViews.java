package org.sceau.registry.api.account;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.proving.KeepFactors;
import org.sceau.registry.domain.coded.Coded;

/** Second factors as callers see and name them. */
final class FactorViews {
    private static final int LONGEST_CODE = 40;

    private FactorViews() {}

    /** @param kind time-codes or passkey */
    @Schema(name = "Factor")
    public record Factor(
            String id,
            String kind,
            String label,
            Instant addedAt,
            @Nullable Instant lastUsed) {
        static Factor of(Factors.Factor factor) {
            return new Factor(
                    factor.id(),
                    Coded.of(factor.kind()),
                    factor.label(),
                    factor.addedAt(),
                    factor.lastUsed().orElse(null));
        }
    }

    /**
     * What the account has.
     *
     * @param needed        whether the account can do nothing without one
     * @param recoveryCodes how many are left
     */
    @Schema(name = "Factors")
    public record All(List<Factor> factors, boolean needed, long recoveryCodes) {
        static All of(KeepFactors.Kept kept) {
            return new All(kept.factors().stream().map(Factor::of).toList(), kept.needed(), kept.recoveryCodes());
        }
    }

    /**
     * Time codes that wait for their first code.
     *
     * @param secret base32, told once
     * @param uri    the same for an authenticator, told once
     */
    @Schema(name = "BegunFactor")
    public record Begun(
            String id,
            String label,
            @Nullable String secret,
            @Nullable String uri) {
        static Begun of(KeepFactors.Begun begun) {
            return new Begun(
                    begun.factor().id(),
                    begun.factor().label(),
                    begun.secret().isEmpty() ? null : begun.secret(),
                    begun.uri().isEmpty() ? null : begun.uri());
        }
    }

    /** @param recoveryCodes told once, with the first factor; absent with later ones */
    @Schema(name = "EnrolledFactor")
    public record Enrolled(Factor factor, @Nullable List<String> recoveryCodes) {
        static Enrolled of(KeepFactors.Enrolled enrolled) {
            return new Enrolled(
                    Factor.of(enrolled.factor()), enrolled.recoveryCodes().isEmpty() ? null : enrolled.recoveryCodes());
        }
    }

    /** Codes for the day a factor is lost, told once. */
    @Schema(name = "RecoveryCodes")
    public record RecoveryCodes(List<String> recoveryCodes) {}

    /** @param label what you call it, 1 to 100 characters */
    @Schema(name = "NewFactor")
    public record New(String label) {
        String given() {
            return Given.text("label", label, 100);
        }
    }

    /** @param code six digits of an authenticator; for a step-up also a recovery code */
    @Schema(name = "ShownCode")
    public record Code(String code) {
        String given() {
            return Given.text("code", code, LONGEST_CODE);
        }
    }

    /** @param until until when acts that need a fresh factor go through */
    @Schema(name = "StepUp")
    public record SteppedUp(Instant until) {}
}
