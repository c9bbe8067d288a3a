package org.sceau.it.browser.journey;

/**
 * EUCC at level high for software outside the technical domains (scenarios S01, S02, S07): beyond what one laboratory is authorised for, and
 * held by the gate of Art. 7(3) until two people of the authority approved an exception.
 */
final class EuccHigh implements Story {
    @Override
    public void tell(Journey journey) {
        Person vendor = journey.vendor();
        Person certifier = journey.certifier();
        Person laboratory = journey.laboratory();
        Person reviewer = journey.reviewer();
        Person authority = journey.as("lagarde");
        Person other = journey.as("perrin");

        vendor.applies("eucc-2025-12-29", "7.0");
        vendor.declares(
                "category", "SOFTWARE",
                "f-van", "4",
                "f-standard", "cc-2022",
                "f-assurance-components", "EAL4\nAVA_VAN.4",
                "f-holder-page", "https://halcyon.example/securite",
                "f-holder-address", "2 rue du Port, 29000 Exempleville, ZZ",
                "f-holder-contact", "securite@halcyon.example");
        vendor.saves();
        vendor.bringsWhatIsMissing();
        vendor.takes("submit");

        certifier.takes("admit");
        certifier.cannotAssign("Laboratoire Oxalis", "lab-scope-van");
        certifier.assigns("Arvor Évaluation");
        certifier.cannotTake("accept", "document-missing");
        certifier.deposits("EVALUATION_PLAN");
        certifier.takes("accept");
        laboratory.deposits("EVALUATION_TECHNICAL_REPORT");
        laboratory.concludes("laboratory-conclusion");
        laboratory.takes("deliver-report");
        certifier.takes("start-review");
        reviewer.asks("evaluator", "Comment la méthode a-t-elle été choisie ?");
        reviewer.deposits("REVIEW_REPORT");
        reviewer.concludes("review-conclusion", "consistency-check");
        reviewer.cannotTake("conclude-review", "question-open");
        laboratory.answers("Par analyse du code et trente jours d’intrusion.");
        reviewer.cannotTake("conclude-review", "question-unsettled");
        reviewer.settles();
        reviewer.takes("conclude-review");
        certifier.deposits("CERTIFICATION_REPORT");

        journey.decider().cannotPropose("grant", "van45-gate");
        certifier.isNotOffered("approval-ask", "assurance-exception");
        certifier.deposits("EXCEPTION_JUSTIFICATION");
        certifier.asksApproval("assurance-exception", "Méthode proposée : analyse de code et 30 jours d’intrusion.");
        journey.decider().cannotPropose("grant", "ncca-pending");
        authority.grantsApproval("Méthode amendée : 45 jours d’intrusion.");
        authority.isNotOffered("approval-yes");
        journey.decider().cannotPropose("grant", "ncca-pending");
        other.approvesTheAnswer();

        journey.decider().proposes("grant");
        String visa = journey.second().approves();
        journey.visitor().finds(visa, "Élevé", "Logiciels");
    }
}
