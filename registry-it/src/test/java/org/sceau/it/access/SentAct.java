package org.sceau.it.access;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of an act as somebody would fill it in who may do it: with the version that stands, a step that is open to its actor, a type that
 * can be concluded, asked for and answered. What it is refused for is then whoever sends it.
 */
final class SentAct {
    /** The interface names what a page is about as the desk does. */
    private static final Pattern PAGE =
            Pattern.compile("/desk/((?:dossiers|complaints)/[0-9a-f-]{36}|samples/[a-z-]+/[0-9]{4})");

    private static final Pattern STEP = Pattern.compile("[?]ask=([a-z-]+)");
    private static final Pattern NUMBER = Pattern.compile("SequenceNumber>([0-9]+)<");
    private static final String BOUNDARY = "sceau-boundary";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final String act;

    /** @param address of the page, which may ask for a step */
    SentAct(Estate estate, String act, String address, String word) {
        this.act = act;
        LocalDate today = LocalDate.parse(
                estate.registry().get("/api/v1/visas?limit=1").json().getString("asOf"));
        fields.put("token", word);
        fields.put("act", act);
        fields.put("form", act);
        fields.put("seen", Integer.toString(version(estate, address)));
        Matcher step = STEP.matcher(address);
        fields.put("step", step.find() ? step.group(1) : "deliver-report");
        fields.put("reason", "Pour voir.");
        fields.put("to", "sponsor");
        fields.put("text", "Pour voir ?");
        fields.put("due", today.plusDays(10).toString());
        fields.put("question", "1");
        fields.put("favourable", "no");
        fields.put("given", "no");
        fields.put("day", today.toString());
        fields.put("grounds", "Pour voir.");
        fields.put("type", type());
        fields.put("until", act.equals("approval-ask") ? today.plusYears(7).toString() : "");
        fields.put("laboratory", estate.of(Principal.House.HALCYON).laboratory());
        fields.put("effective", today.toString());
        fields.put("lastDay", (act.equals("suspend") ? today.plusDays(20) : today.plusYears(5)).toString());
        fields.put("kind", "grant");
        fields.put("title", "Pour voir");
        fields.put("language", "fr");
        fields.put("handler", "prigent");
        fields.put("finding", "unfounded");
        fields.put("reasons", "Pour voir.");
        fields.put("remedy", "Pour voir.");
        fields.put("basis", "Pour voir.");
        fields.put("criterion-fr-1", "Pour voir");
        fields.put("visa", estate.of(Principal.House.HALCYON).visa());
        fields.put("scheme", "eucc-2025-12-29");
        fields.put("name", "Pour voir");
        fields.put("known", "Pour voir.");
        fields.put("family", "cspn " + newest(estate));
        fields.put("task", "00000000-0000-4000-8000-000000000000");
        proposal(estate);
        if (address.contains("/desk/schemes/")) {
            fields.put(
                    "digest",
                    address.contains("/files/")
                            ? estate.editions().digest()
                            : estate.editions().proposed());
        }
    }

    /** Of what the page is about, as an auditor reads it: 0 for what was never written, 1 for a page about anything else. */
    private static int version(Estate estate, String address) {
        Matcher page = PAGE.matcher(address);
        return page.find()
                ? estate.as("audit").get("/api/v1/" + page.group(1)).json().getInt("version", 1)
                : 1;
    }

    /** Sequence number of the newest list, so that nothing but the right stands in the way. */
    private static String newest(Estate estate) {
        Matcher number = NUMBER.matcher(
                estate.registry().get("/trust-lists/cspn/current.xml").text());
        return number.find() ? number.group(1) : "0";
    }

    private String type() {
        return switch (act) {
            case "conclude" -> "laboratory-conclusion";
            case "deposit" -> "EVALUATION_PLAN";
            case "hand-in" -> "EVALUATION_TECHNICAL_REPORT";
            default -> act.startsWith("approval-") ? "long-validity" : "";
        };
    }

    private void proposal(Estate estate) {
        String id = estate.undecided().proposal();
        JsonObject proposal = estate.as("audit").get("/api/v1/decisions/" + id).json();
        fields.put("proposal", id);
        fields.put("digest", proposal.getString("digest"));
        if (act.equals("retract")) {
            fields.put("seen", Integer.toString(proposal.getInt("version")));
        }
    }

    private boolean bringsFile() {
        return act.equals("deposit") || act.equals("hand-in");
    }

    /** Files come in parts, everything else as a browser sends a form. */
    String contentType() {
        return bringsFile() ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
    }

    String body() {
        return bringsFile()
                ? fields.entrySet().stream()
                                .map(field -> part("name=\"" + field.getKey() + "\"", field.getValue()))
                                .collect(Collectors.joining())
                        + part("name=\"file\"; filename=\"plan.pdf\"", "%PDF-1.7")
                        + "--" + BOUNDARY + "--\r\n"
                : fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static String part(String disposition, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }
}
