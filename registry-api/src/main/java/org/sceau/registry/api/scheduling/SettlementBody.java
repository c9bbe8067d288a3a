package org.sceau.registry.api.scheduling;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.task.Task;

/** Why a task is settled; of a delay that is owed reasons, these reasons: the applicant is told them. */
@Schema(name = "SettlementBody")
record SettlementBody(String text) {
    String words() {
        return Given.text("text", text, Task.Settlement.MAX_TEXT);
    }
}
