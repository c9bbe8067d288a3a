package org.sceau.it.browser.journey;

/**
 * A cloud service on a qualified infrastructure (scenario S16): the gate of ownership (19.6) is met one part after the other, and so is the
 * visa that the service rests on.
 */
final class SecNumCloud implements Story {
    /** Of the demonstration: an infrastructure, and one that was withdrawn. */
    private static final String BASE = "secnumcloud-2026-90303";

    private static final String LOST = "secnumcloud-2025-90211";

    @Override
    public void tell(Journey journey) {
        Person provider = journey.provider();
        Person certifier = journey.certifier();
        Person laboratory = journey.laboratory();
        Person reviewer = journey.reviewer();

        provider.applies("secnumcloud-3.2", "");
        provider.declares(
                "scopes", "SAAS",
                "f-legal-person", "yes",
                "f-eu-law", "yes",
                "f-region", "FR-PDL",
                "f-service-name", "Dossier Clair",
                "f-eu-seat", "yes",
                "f-non-eu-capital", "26",
                "f-non-eu-votes", "0",
                "f-non-eu-control", "no",
                "f-non-eu-supplier-access", "no",
                "f-operating-autonomy", "own-skills",
                "f-eu-data-location", "yes",
                "f-termination-without-penalty", "yes",
                "f-erasure-notice-days", "21");
        provider.isTold("snc-19-6-b-single");
        provider.agreesToBeListed();
        provider.saves();
        provider.bringsWhatIsMissing();
        provider.takes("submit");

        certifier.takes("admit");
        certifier.assigns("Arvor Évaluation");
        certifier.cannotTake("accept", "snc-19-6-b-single");
        certifier.takes("ask-completion", "Un tiers hors Union détient plus de 24 %.");
        provider.declares("f-non-eu-capital", "22\n20");
        provider.isTold("snc-19-6-b-total");
        provider.declares("f-non-eu-capital", "22\n15", "f-operating-autonomy", "qualified-supplier");
        provider.isTold("snc-19-6-d-supplier");
        provider.saves();
        provider.takes("complete");
        certifier.takes("admit");
        certifier.cannotTake("accept", "snc-19-6-d-supplier");
        certifier.takes("ask-completion", "Le visa du fournisseur manque.");
        provider.declares("bases", LOST);
        provider.isTold("base-not-in-force");
        provider.declares("bases", BASE);
        provider.saves();
        provider.takes("complete");
        certifier.takes("admit");
        certifier.takes("accept");
        laboratory.deposits("EVALUATION_STRATEGY");
        certifier.takes("approve-plan");
        laboratory.deposits("EVALUATION_REPORT");
        laboratory.concludes("laboratory-conclusion");
        laboratory.takes("deliver-report");
        certifier.takes("start-review");
        reviewer.deposits("REVIEW_REPORT");
        reviewer.concludes("review-conclusion");
        reviewer.takes("conclude-review");

        journey.decider().proposes("grant");
        String visa = journey.second().approves();
        journey.visitor().finds(visa, "SaaS");
    }
}
