package org.sceau.registry.api.surveilling;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.visa.VisaId;

/** What is sent about remedies. */
final class RemedyRequests {
    private static final int LONGEST = 4_000;

    private RemedyRequests() {}

    /**
     * A remedy to ask for.
     *
     * @param visa   its id
     * @param ground non-conformity or non-compliance
     * @param asked  what is to be remedied
     * @param due    last day for a proposal
     */
    @Schema(name = "RemedyRequest")
    public record Asked(String visa, String ground, String asked, LocalDate due) {
        VisaId about() {
            return Given.id(visa, VisaId::new, "visa-unknown");
        }

        Remedy.Ground why() {
            return Given.one("ground", ground, Remedy.Ground.values(), Remedy.Ground::code);
        }

        String text() {
            return Given.text("asked", asked, LONGEST);
        }
    }

    /** What the holder proposes. */
    @Schema(name = "RemedyProposal")
    public record Proposed(String proposal) {
        String text() {
            return Given.text("proposal", proposal, LONGEST);
        }
    }

    /** What the body says of it. */
    @Schema(name = "RemedyAnswer")
    public record Answered(boolean adequate, String grounds) {
        String text() {
            return Given.text("grounds", grounds, LONGEST);
        }
    }
}
