package org.sceau.it.server;

import java.nio.charset.StandardCharsets;

/** Made-up rows of the registry's own CSV format. */
public record CsvRows(String series, int count, String text) {
    static final String HEADER =
            "family,scheme,scheme_version,reference,decision_year,holder,name,versions,level,scopes,national_security,"
                    + "valid_from,valid_until,status,listed\n";

    /**
     * Audit providers that differ in their reference, 1 to {@code count}.
     *
     * @param series letters that make the references of one test its own
     */
    public static CsvRows numbered(String series, int count) {
        int first = first(series);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            csv.append("passi,passi,2.2,")
                    .append(first + i)
                    .append(",2025,Garance Audit ")
                    .append(series)
                    .append(' ')
                    .append(i)
                    .append(",Audit ")
                    .append(series)
                    .append(' ')
                    .append(i)
                    .append(
                            ",,SUBSTANTIAL,ARCHITECTURE_AUDIT|PENETRATION_TEST,no,2025-02-01,2028-02-01,in-force,yes\n");
        }
        return new CsvRows(series, count, csv.toString());
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Permanent address of the n-th row's visa. */
    public String slug(int number) {
        return "passi-2025-" + (first(series) + number);
    }

    private static int first(String series) {
        return 1_000_000 + Math.floorMod(series.hashCode(), 8_000) * 100_000;
    }
}
