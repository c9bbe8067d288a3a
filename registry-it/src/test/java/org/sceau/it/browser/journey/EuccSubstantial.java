package org.sceau.it.browser.journey;

/** EUCC at level substantial, where nothing stands in the way: what the pictures of the desks show. */
final class EuccSubstantial implements Story {
    private static final String[] DECLARED = {
        "category", "SOFTWARE",
        "f-van", "2",
        "f-standard", "cc-2022",
        "f-assurance-components", "EAL4\nAVA_VAN.2",
        "f-holder-page", "https://halcyon.example/securite",
        "f-holder-address", "2 rue du Port, 29000 Exempleville, ZZ",
        "f-holder-contact", "securite@halcyon.example"
    };

    @Override
    public void tell(Journey journey) {
        Person vendor = journey.vendor();
        Person certifier = journey.certifier();
        Person laboratory = journey.laboratory();
        Person reviewer = journey.reviewer();
        Person decider = journey.decider();
        Person second = journey.second();

        vendor.applies("eucc-2025-12-29", "1.0");
        vendor.declares(DECLARED);
        vendor.saves();
        vendor.bringsWhatIsMissing();
        vendor.takes("submit");

        vendor.seesInTheQueue("Certificateur", journey.product());
        certifier.within(1, certifier::opens);
        certifier.takes("admit");
        certifier.pictured("case-certifier");
        certifier.assigns("Arvor Évaluation");
        laboratory.acceptsTheAssignment();
        certifier.deposits("EVALUATION_PLAN");
        certifier.takes("accept");
        certifier.asks("evaluator", "Quelle version est évaluée ?");
        laboratory.findsInTheQueue("Répondre");
        laboratory.pictured("case-queue-laboratory");
        laboratory.within(2, () -> laboratory.answersInTheQueue("La version 1.0."));
        laboratory.isNotOffered("answer");
        laboratory.pictured("case-laboratory");
        laboratory.within(
                3, () -> laboratory.handsIn("EVALUATION_TECHNICAL_REPORT", "Aucune non-conformité n’est relevée."));
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

        // A minor change adds its version to the same certificate (EUCC Annex IV.3(5); scenario S19).
        vendor.declaresAChange(visa, "maintenance", "1.0.1");
        vendor.declares(DECLARED);
        vendor.saves();
        vendor.bringsWhatIsMissing();
        vendor.takes("submit");
        certifier.takes("admit");
        certifier.cannotTake("rule-minor", "document-missing");
        certifier.deposits("MAINTENANCE_REPORT");
        certifier.concludes("minor-change");
        certifier.takes("rule-minor");
        decider.proposes("maintain", form -> form.versions("1.0.1"));
        second.within(2, second::approvesAtOnce);
        journey.visitor().finds(visa, "Substantiel", "1.0.1");

        // Its laboratory loses a title: the visa is to be reviewed, and nothing of it changes (EUCC Art. 31).
        Person supervisor = journey.as("roy");
        supervisor.suspends("Arvor Évaluation", "DEMO-ACC-5");
        supervisor.findsToReview(visa, "lab-accreditation-suspended");
        supervisor.lifts("Arvor Évaluation", "DEMO-ACC-5");

        // What is urgent takes one form and the second person's word, and stands beside what is in force (EUCC Art.
        // 30(1)).
        decider.within(2, () -> decider.suspendsAtOnce(visa, 20, "Vulnérabilité connue."));
        second.within(2, () -> second.approvesAtOnce(visa));
        journey.visitor().finds(visa, "Suspendu", "Vulnérabilité connue.");
    }
}
