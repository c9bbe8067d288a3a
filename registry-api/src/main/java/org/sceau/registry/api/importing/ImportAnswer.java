package org.sceau.registry.api.importing;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.problem.ProblemResponse;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.application.importing.ImportJob;

/** How an import that was waited for is answered: done 200, unreadable source 422, cancelled meanwhile 409, failure of ours 500. */
final class ImportAnswer {
    private ImportAnswer() {}

    static Response of(ImportJob job, ProblemTexts texts) {
        return switch (job.state()) {
            case FAILED -> ProblemResponse.of(problem(job), texts);
            case CANCELLED -> ProblemResponse.of(new Problem(409, "import-cancelled", Map.of("id", job.id())), texts);
            default -> Response.ok(ImportView.of(job)).build();
        };
    }

    static Problem problem(ImportJob job) {
        Map<String, Object> members = new TreeMap<>(Map.of("id", job.id()));
        String code = job.failure().map(ImportJob.Failure::code).orElse("internal");
        if (code.equals("internal")) {
            members.put("incident", job.id());
            return new Problem(500, code, members);
        }
        job.failure().ifPresent(failure -> {
            members.put("line", failure.line());
            members.put("value", failure.detail());
        });
        return Problem.unprocessable(code, members);
    }
}
