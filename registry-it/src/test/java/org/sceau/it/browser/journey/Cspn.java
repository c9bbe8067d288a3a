package org.sceau.it.browser.journey;

/** First level certification (scenario S21): more than 25 days need a waiver, and the laboratory a title for the category. */
final class Cspn implements Story {
    private static final String OXALIS = "Laboratoire Oxalis";

    @Override
    public void tell(Journey journey) {
        Person vendor = journey.vendor();
        Person certifier = journey.certifier();
        Person laboratory = journey.as("oxalis");
        // May review and may decide, never both in one dossier.
        Person reviewer = journey.as("jaouen");

        vendor.applies("cspn-1.1", "2.x");
        vendor.isTold("version-not-exact", "fact-missing", "document-missing");
        vendor.declares(
                "versions", "2.1",
                "category", "FIREWALL",
                "f-cryptography", "no",
                "f-recognised-certificate", "yes");
        vendor.isTold("cspn-product-already-certified");
        vendor.declares("f-recognised-certificate", "no");
        vendor.agreesToBeListed();
        vendor.saves();
        vendor.cannotTake("submit", "document-missing");
        vendor.bringsWhatIsMissing();
        vendor.takes("submit");

        certifier.takes("admit");
        certifier.cannotTake("accept", "lab-not-assigned");
        certifier.cannotAssign(OXALIS, "lab-scope-category");
        certifier.takes("ask-completion", "Ce produit n’est pas un pare-feu.");
        vendor.declares("category", "SOFTWARE");
        vendor.saves();
        vendor.takes("complete");
        certifier.takes("admit");
        certifier.assigns(OXALIS);
        laboratory.acceptsTheAssignment();
        certifier.cannotTake("accept", "cspn-plan-missing");
        laboratory.findsInTheQueue("Déclarer le plan");
        laboratory.plans("f-planned-days", "31");
        certifier.cannotTake("accept", "cspn-load");
        laboratory.asksApproval("load-waiver", "Le plan prévoit 31 jours.");
        certifier.cannotTake("accept", "ncca-pending");
        certifier.grantsApproval("Six jours de plus, pour cette version seule.");
        certifier.asks("evaluator", "Quelle version est évaluée ?");
        certifier.cannotTake("accept", "question-open");
        laboratory.answers("La version 2.1.");
        certifier.settles();
        certifier.takes("accept");

        laboratory.cannotTake("deliver-report", "document-missing");
        laboratory.deposits("EVALUATION_TECHNICAL_REPORT");
        laboratory.concludes("conformity", "effectiveness", "host-impact", "laboratory-conclusion");
        laboratory.takes("deliver-report");
        certifier.takes("start-review");
        certifier.deposits("CERTIFICATION_REPORT");
        reviewer.cannotTake("conclude-review", "document-missing");
        reviewer.deposits("REVIEW_REPORT");
        reviewer.concludes("review-conclusion");
        reviewer.takes("conclude-review");

        reviewer.cannotTake("grant", "sod-reviewer-decider");
        journey.decider().proposes("grant");
        journey.visitor().findsNothing();
        String visa = journey.second().approves();
        journey.visitor().finds(visa, "Logiciels");
    }
}
