package org.sceau.registry.web.problems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.frame.Frame;

/** The page of one code, or of all of them when the address names none. */
@Named
@RequestScoped
public class ProblemsPage {
    @Inject
    Frame frame;

    private List<KnownProblem> all = List.of();
    private @Nullable KnownProblem problem;

    /** Finds the code in the address; called before the view is drawn. */
    public void open() {
        KnownProblems known = new KnownProblems(frame.links());
        String code = frame.page().key();
        if (code.isEmpty()) {
            all = known.all();
            return;
        }
        problem = known.find(code).orElse(null);
        if (problem == null) {
            frame.notFound();
        }
    }

    /** Every code; none on the page of one. */
    public List<KnownProblem> all() {
        return all;
    }

    /** The code asked for; null for one without a text, and on the page of all. */
    public @Nullable KnownProblem problem() {
        return problem;
    }

    public boolean isIndex() {
        return frame.page().key().isEmpty();
    }

    public String title() {
        KnownProblem known = problem;
        if (known != null) {
            return known.title();
        }
        return isIndex() ? frame.texts().say("problems.title") : frame.texts().say("problems.unknown");
    }
}
