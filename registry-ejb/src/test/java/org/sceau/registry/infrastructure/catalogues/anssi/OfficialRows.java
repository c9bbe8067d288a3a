package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of the official catalogue as its extraction would write them, with fictional names. */
final class OfficialRows {
    static final String CC = "2.1.1. Produits certifiés selon les Critères Communs";
    static final String CSPN = "2.1.2. Produits certifiés selon la CSPN";
    static final String QUALIFIED = "2.2. Produits qualifiés";
    static final String PASSI = "3.1.2. Audit de la sécurité des systèmes d'information (PASSI)";
    static final String PRIS = "3.1.3. Réponse aux incidents de sécurité (PRIS)";
    static final String TIMESTAMPING = "3.2.6. Horodatage électronique";
    static final String PROFILES = "4.1. Les profils de protection certifiés";

    static final String DEVELOPER = "Nom du développeur du produit (par ordre alphabétique)";
    static final String PROVIDER = "Nom du fournisseur de service (par ordre alphabétique)";
    static final String DECISION = "Lien vers la décision de qualification";
    static final String START = "Date de début de qualification";
    static final String END = "Date de fin de qualification";
    static final String CERTIFICATE = "Lien vers le certificat";
    static final String CC_START = "Date de début de certification";
    static final String CC_END = "Date de fin de certification";

    private final String section;
    private final Map<String, List<String>> cells = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private String tick = "null";

    private OfficialRows(String section) {
        this.section = section;
    }

    static OfficialRows of(String section) {
        return new OfficialRows(section);
    }

    static OfficialRows commonCriteria() {
        return of(CC).cell(DEVELOPER, "HALCYON CARDS")
                .cell("Nom du produit", "Halcyon", "ID v3")
                .cell("Niveau de certification", "EAL5+")
                .cell("Nom du commanditaire", "HALCYON CARDS")
                .cell("Nom du centre d'évaluation (CESTI)", "OXALIS")
                .cell("Type de produit", "Cartes à", "puce")
                .cell(CC_START, "27/03/2023")
                .cell(CC_END, "27/03/202", "8")
                .cell(CERTIFICATE, "ANSSI-CC-", "2023-19")
                .link(CERTIFICATE, "https://visas.example/ANSSI-CC-2023-19-certificat.pdf");
    }

    static OfficialRows cspn() {
        return of(CSPN).cell(DEVELOPER, "BRUME TÉLÉCOM")
                .cell("Nom du produit", "Brume Garde 2.1")
                .cell(CC_START, "10/11/2021")
                .cell(CC_END, "10/11/2024")
                .cell(CERTIFICATE, "ANSSI-CSPN-", "2021-16");
    }

    static OfficialRows qualified() {
        return of(QUALIFIED)
                .cell(PROVIDER, "Brume", "Télécom")
                .cell("Nom du produit", "Brume Coffre")
                .cell("Version du produit", "4.3.x")
                .cell("Niveau de qualification", "Standard")
                .cell("Niveau d’agrément 4")
                .cell(START, "23/06/2025")
                .cell(END, "23/06/2028")
                .cell(DECISION, "1398")
                .cell("Niveau de recommandation")
                .link(DECISION, "https://visas.example/2025_1398_np.pdf")
                .tick("green");
    }

    static OfficialRows passi() {
        return of(PASSI)
                .cell(PROVIDER, "Vigie Ponant")
                .cell("Audit organisationne l et physique", "X")
                .cell("Audit d'architecture")
                .cell("Tests d'intrusion", "X")
                .cell("Niveau de qualification", "Elevé")
                .cell("Sécurité nationale 14", "Non")
                .cell(START, "14/03/2025")
                .cell(END, "22/09/2027")
                .cell(DECISION, "445")
                .link(DECISION, "https://visas.example/2025_445_np.pdf")
                .tick("green");
    }

    OfficialRows cell(String heading, String... lines) {
        cells.put(heading, List.of(lines));
        return this;
    }

    OfficialRows without(String heading) {
        cells.remove(heading);
        return this;
    }

    OfficialRows link(String heading, String address) {
        links.put(heading, address);
        return this;
    }

    OfficialRows tick(String colour) {
        tick = text(colour);
        return this;
    }

    /** A source of this one row, on page 44. */
    String source() {
        return "[" + row() + "]";
    }

    String row() {
        String printed = cells.entrySet().stream()
                .map(cell -> text(cell.getKey()) + ":"
                        + cell.getValue().stream().map(OfficialRows::text).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "{", "}"));
        String targets = links.entrySet().stream()
                .map(link -> text(link.getKey()) + ":" + text(link.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"section\":" + text(section) + ",\"page\":44,\"cells\":" + printed + ",\"links\":" + targets
                + ",\"tick\":" + tick + "}";
    }

    private static String text(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\u0007", "\\u0007")
                + '"';
    }
}
