package org.sceau.registry.api.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.notifying.KeepPreference;

/**
 * How an account is told by mail.
 *
 * @param mail    at-once, daily or none
 * @param address where mail goes; absent for an account without a profile, which gets none
 * @param sends   whether this registry sends mail at all
 */
@Schema(name = "NotificationPreference")
public record NotificationPreferenceView(
        String mail, @Nullable String address, boolean sends) {
    static NotificationPreferenceView of(KeepPreference.Own own) {
        return new NotificationPreferenceView(
                own.preference().manner().code(), own.address().orElse(null), own.open());
    }

    /** @param mail at-once, daily or none */
    @Schema(name = "NotificationChoice")
    public record Choice(String mail) {}
}
