package org.sceau.registry.domain.scheme.vocabulary;

/** The texts a visa may rest on: those of the official catalogue, then those of what that catalogue does not hold. */
public enum LegalBasis {
    EU_2019_881_EUCC("Règlement (UE) 2019/881, schéma EUCC", "Regulation (EU) 2019/881, EUCC scheme"),
    SOG_IS("Accord de reconnaissance SOG-IS", "SOG-IS recognition agreement"),
    CSPN_NATIONAL("Schéma national CSPN", "National CSPN scheme"),
    DECREE_2015_350_CH2("Décret 2015-350, chapitre II", "Decree 2015-350, chapter II"),
    DECREE_2015_350_CH3("Décret 2015-350, chapitre III", "Decree 2015-350, chapter III"),
    DECREE_2010_112_CH3("Décret 2010-112, chapitre III", "Decree 2010-112, chapter III"),
    DECREE_2010_112_CH4_S2("Décret 2010-112, chapitre IV, section II", "Decree 2010-112, chapter IV, section II"),
    EU_910_2014_S3("Règlement (UE) 910/2014, section 3", "Regulation (EU) 910/2014, section 3"),
    ARRETE_2021_03_28_CH2("Arrêté du 28 mars 2021, chapitre II", "Order of 28 March 2021, chapter II"),
    CPCE_L102(
            "Code des postes et des communications électroniques, article L. 102",
            "Postal and electronic communications code, article L. 102"),
    II_901("Instruction interministérielle 901", "Interministerial instruction 901"),
    IGI_2102("Instruction générale interministérielle 2102", "General interministerial instruction 2102"),
    II_2100("Instruction interministérielle 2100", "Interministerial instruction 2100"),
    LABEL_EBIOS_RM(
            "Exigences du label EBIOS Risk Manager de l'autorité",
            "The authority's requirements of the EBIOS Risk Manager label"),
    NATIONAL_STRATEGY_2026_2030(
            "Stratégie nationale de cybersécurité 2026-2030", "National cybersecurity strategy 2026-2030"),
    PENAL_CODE_R226("Code pénal, articles R. 226-1 à R. 226-12", "Penal code, articles R. 226-1 to R. 226-12"),
    CPCE_L34_11(
            "Code des postes et des communications électroniques, articles L. 34-11 à L. 34-13",
            "Postal and electronic communications code, articles L. 34-11 to L. 34-13");

    private final Label label;

    LegalBasis(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
