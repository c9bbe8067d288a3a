package org.sceau.it.browser.journey;

/**
 * Audits at level high (scenarios S14, S15): whoever audits is attested on the day of the engagement and still is, and a subcontractor has the
 * level that is asked for.
 */
final class PassiHigh implements Story {
    private static final String CODE = "SOURCE_CODE_AUDIT";
    private static final String INTRUSION = "PENETRATION_TEST";
    /** Of the demonstration: qualified at level substantial, for intrusion among others. */
    private static final String SUBSTANTIAL = "passi-2025-90245";
    /** The same at level high. */
    private static final String HIGH = "passi-2026-90362";

    @Override
    public void tell(Journey journey) {
        Person provider = journey.provider();
        Person certifier = journey.certifier();
        Person laboratory = journey.laboratory();
        Person reviewer = journey.reviewer();
        String nextYear = journey.today().plusYears(1).toString();

        provider.applies("passi-2.2", "");
        provider.isTold("level-not-asked", "scope-not-asked");
        provider.declares(
                "level", "HIGH",
                "scopes", CODE,
                "scopes", INTRUSION,
                "f-legal-person", "yes",
                "f-eu-law", "no",
                "f-region", "FR-BRE");
        provider.isTold("provider-not-under-eu-law");
        provider.declares("f-eu-law", "yes");
        provider.agreesToBeListed();
        provider.saves();
        provider.bringsWhatIsMissing();
        provider.subcontracts(INTRUSION, SUBSTANTIAL);
        provider.isTold("subcontractor-level");
        provider.takes("submit");

        certifier.cannotTake("admit", "subcontractor-level");
        certifier.takes("ask-completion", "Le sous-traitant est d’un niveau inférieur.");
        provider.takesOutTheSubcontractor();
        provider.subcontracts(INTRUSION, HIGH);
        provider.takes("complete");
        certifier.takes("admit");
        certifier.cannotAssign("Laboratoire Oxalis", "lab-accreditation-missing");
        certifier.assigns("Arvor Évaluation");
        certifier.takes("accept");
        certifier.cannotTake("approve-plan", "document-missing");
        laboratory.deposits("EVALUATION_STRATEGY");
        certifier.takes("approve-plan");

        laboratory.cannotConclude("staff-competence", "attestation-missing");
        laboratory.names("Nora Belkacem", CODE, laboratory.daysAgo(20), true);
        laboratory.cannotConclude("staff-competence", "attestation-not-in-force");
        laboratory.takesOutWhoeverWasNamed();
        laboratory.names("Nora Belkacem", CODE, nextYear, false);
        laboratory.cannotConclude("staff-competence", "leader-missing");
        laboratory.names("Yann Le Goff", CODE, nextYear, true);
        laboratory.deposits("EVALUATION_REPORT");
        laboratory.concludes("staff-competence", "laboratory-conclusion");
        laboratory.takes("deliver-report");
        certifier.takes("start-review");
        reviewer.deposits("REVIEW_REPORT");
        reviewer.concludes("review-conclusion");
        reviewer.takes("conclude-review");

        journey.decider().proposes("grant");
        String visa = journey.second().approves();
        journey.visitor().finds(visa, "Élevé", "Tests d'intrusion");
    }
}
