package org.sceau.it.browser.journey;

/** Incident response (scenarios S11, S12): activities that go together, and a level that no form raises beyond what was asked for. */
final class Pris implements Story {
    @Override
    public void tell(Journey journey) {
        Person provider = journey.provider();
        Person certifier = journey.certifier();
        Person laboratory = journey.laboratory();
        Person reviewer = journey.reviewer();

        provider.applies("pris-3.0", "");
        provider.declares(
                "level", "SUBSTANTIAL",
                "scopes", "COMPROMISE_INDICATOR_SEARCH",
                "f-legal-person", "yes",
                "f-eu-law", "yes",
                "f-region", "FR-BRE",
                "f-incident-contact", "https://vigie.example/urgence");
        provider.isTold("scope-rec-inv");
        provider.saves();
        provider.cannotTake("submit", "scope-rec-inv");
        provider.declares("scopes", "DIGITAL_INVESTIGATION", "scopes", "MALWARE_ANALYSIS");
        provider.declares("bases", "AUCUN-VISA-2026/1");
        provider.cannotSave("visa-unknown");
        provider.declares("bases", "");
        provider.agreesToBeListed();
        provider.saves();
        provider.bringsWhatIsMissing();
        provider.takes("submit");

        certifier.takes("admit");
        certifier.cannotAssign("Laboratoire Oxalis", "lab-accreditation-missing");
        certifier.assigns("Arvor Évaluation");
        certifier.asks("sponsor", "Qui répond la nuit ?");
        certifier.cannotTake("accept", "question-open");
        provider.answersInTheQueue("L’équipe d’astreinte.");
        certifier.settles();
        certifier.takes("accept");
        laboratory.deposits("EVALUATION_STRATEGY");
        certifier.takes("approve-plan");
        laboratory.deposits("EVALUATION_REPORT");
        laboratory.concludes("laboratory-conclusion", "staff-competence");
        laboratory.takes("deliver-report");
        certifier.takes("start-review");
        reviewer.takes("return-report", "Il manque la portée d’une activité.");
        laboratory.deposits("EVALUATION_REPORT");
        laboratory.concludes("laboratory-conclusion", "staff-competence");
        laboratory.takes("deliver-report");
        certifier.takes("start-review");
        reviewer.deposits("REVIEW_REPORT");
        reviewer.concludes("review-conclusion");
        reviewer.takes("conclude-review");

        journey.decider().cannotPropose("grant", "grant-beyond-application", form -> form.level("HIGH"));
        journey.decider().proposes("grant", form -> form.level("SUBSTANTIAL"));
        journey.second().rejects("Il manque une condition.");
        journey.decider()
                .proposes(
                        "grant",
                        form -> form.level("SUBSTANTIAL").condition("La nuit, sur appel.", "At night, on call."));
        String visa = journey.second().approves();
        journey.visitor().finds(visa, "Substantiel", "Investigation numérique", "La nuit, sur appel.");
        journey.visitor().findsNothing("level=HIGH");
    }
}
