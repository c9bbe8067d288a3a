package org.sceau.registry.domain.scheme.vocabulary;

/** The legal texts a visa of the official catalogue may rest on. */
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
    II_2100("Instruction interministérielle 2100", "Interministerial instruction 2100");

    private final Label label;

    LegalBasis(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
