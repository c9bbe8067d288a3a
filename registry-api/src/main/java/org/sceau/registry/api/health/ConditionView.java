package org.sceau.registry.api.health;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.publishing.ReadCondition;

/**
 * How the registry is doing.
 *
 * @param complaints  what keeps it from its work: not-open, database, writers, index, list-overdue:{family}, signer-expired
 * @param lists       one for each family that has visas to list
 * @param signerUntil last instant at which the certificate of the signing key is valid
 */
@Schema(name = "Condition")
public record ConditionView(boolean ready, List<String> complaints, List<ListView> lists, String signerUntil) {

    /**
     * @param sequence of the newest issue; this and the two after it are absent before the first
     * @param due      whether a next issue is on its way
     */
    @Schema(name = "ListCondition")
    public record ListView(
            String family,
            @Nullable Long sequence,
            @Nullable String issuedAt,
            @Nullable String nextUpdate,
            boolean due) {
        static ListView of(ReadCondition.ListState state) {
            return new ListView(
                    state.family().id().value(),
                    state.newest().map(list -> list.sequence()).orElse(null),
                    state.newest().map(list -> list.issuedAt().toString()).orElse(null),
                    state.newest().map(list -> list.nextUpdate().toString()).orElse(null),
                    state.due());
        }
    }

    static ConditionView of(ReadCondition.Sight sight) {
        return new ConditionView(
                sight.isReady(),
                sight.complaints(),
                sight.lists().stream().map(ListView::of).toList(),
                sight.signerUntil().toString());
    }
}
