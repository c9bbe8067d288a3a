package org.sceau.it.browser.journey;

/** EUCC at level substantial, where nothing stands in the way: what the pictures of the desks show. */
final class EuccSubstantial implements Story {
    @Override
    public void tell(Journey journey) {
        Person vendor = journey.vendor();
        Person certifier = journey.certifier();
        Person laboratory = journey.laboratory();
        Person reviewer = journey.reviewer();
        Person decider = journey.decider();
        Person second = journey.second();

        vendor.applies("eucc-2025-12-29", "1.0");
        vendor.declares(
                "category", "SOFTWARE",
                "f-van", "2",
                "f-standard", "cc-2022",
                "f-assurance-components", "EAL4\nAVA_VAN.2",
                "f-holder-page", "https://halcyon.example/securite",
                "f-holder-address", "2 rue du Port, 29000 Exempleville, ZZ",
                "f-holder-contact", "securite@halcyon.example");
        vendor.saves();
        vendor.bringsWhatIsMissing();
        vendor.takes("submit");

        certifier.takes("admit");
        certifier.pictured("case-certifier");
        certifier.assigns("Arvor Évaluation");
        laboratory.acceptsTheAssignment();
        certifier.deposits("EVALUATION_PLAN");
        certifier.takes("accept");
        certifier.asks("evaluator", "Quelle version est évaluée ?");
        laboratory.findsInTheQueue("Répondre");
        laboratory.pictured("case-queue-laboratory");
        laboratory.answers("La version 1.0.");
        laboratory.isNotOffered("answer");
        laboratory.deposits("EVALUATION_TECHNICAL_REPORT");
        laboratory.concludes("laboratory-conclusion");
        laboratory.pictured("case-laboratory");
        laboratory.takes("deliver-report");
        certifier.settles();
        certifier.takes("start-review");
        certifier.deposits("CERTIFICATION_REPORT");
        reviewer.deposits("REVIEW_REPORT");
        reviewer.concludes("review-conclusion", "consistency-check");
        reviewer.pictured("case-reviewer");
        reviewer.takes("conclude-review");

        decider.proposes("grant", form -> decider.pictured("case-decision"));
        decider.pictured("case-proposed");
        journey.visitor().findsNothing();
        second.opens();
        second.pictured("case-to-approve");
        String visa = second.approves();
        second.pictured("case-granted");
        journey.visitor().finds(visa, "Substantiel");
    }
}
