package org.sceau.it.access;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.it.server.Answer;
import org.sceau.it.server.SignedIn;

/** Opens pages as a browser does, signed in where that is possible, and presses what is offered there or what is not. */
final class ScreensVisit {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern NONCE = Pattern.compile("name=\"primefaces.nonce\" value=\"([^\"]+)\"");

    private static final Pattern TO_SIGN_IN = Pattern.compile("(/(en|fr))?/sign-in(\\?.*)?");
    /** What a desk says to whoever is not served there. */
    private static final Pattern ALERT = Pattern.compile("role=\"alert\".*?<code>([a-z-]+)</code>", Pattern.DOTALL);

    private static final Pattern LOCKED = Pattern.compile("class=\"note pause\"><h2><svg[^>]*><use href=\"#i-lock\"");
    private static final Pattern WORD = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
    private static final int SEE_OTHER = 303;

    private final Estate estate;
    private final Map<Principal, SignedIn> sessions = new EnumMap<>(Principal.class);

    ScreensVisit(Estate estate) {
        this.estate = estate;
        for (Principal who : Principal.values()) {
            if (who.signsIn()) {
                sessions.put(who, SignedIn.as(estate.registry(), who.account().orElseThrow()));
            }
        }
    }

    /** Whoever cannot sign in sends what they have: nothing, or a token. */
    HttpRequest.Builder request(Principal who, String address) {
        SignedIn session = sessions.get(who);
        // What programs read is no page: a session opens none of it.
        if (session != null && !address.startsWith("/metrics")) {
            return session.request(address);
        }
        HttpRequest.Builder request = estate.registry().request(address);
        String token = estate.token(who);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer get(Principal who, String address) {
        return estate.registry().send(request(who, address));
    }

    String filled(String address, Principal who) {
        return address.replace("{import}", estate.importId())
                .replace("{trial}", estate.trial())
                .replace("{token}", estate.shownToken(who))
                .replace("{own}", estate.of(Principal.House.HALCYON).organisation())
                .replace("{other}", estate.of(Principal.House.BRUME).organisation())
                .replace("{account}", "halcyon")
                .replace("{unlisted}", Estate.UNLISTED)
                .replace("{dossier}", estate.of(who.house()).dossier())
                .replace("{begun}", estate.of(who.house()).begun())
                .replace("{foreign-begun}", estate.of(who.house().other()).begun())
                .replace("{foreign}", estate.of(who.house().other()).dossier())
                .replace("{undecided}", estate.undecided().dossier())
                .replace("{complaint}", estate.of(who.house()).complaint())
                .replace("{foreign-complaint}", estate.of(who.house().other()).complaint())
                .replace("{dropped}", estate.editions().file())
                .replace("{revision}", estate.editions().proposed())
                .replace("{visa}", estate.published().slug())
                .replace("{unknown}", "00000000-0000-4000-8000-000000000000");
    }

    /** How somebody is answered, by the letters that the head of the file explains. */
    char letter(Screens.Row row, Principal who) {
        Answer answer = get(who, filled(row.address(), who));
        if (row.isAction() && answer.status() == 200) {
            return answer.text().contains("name=\"" + row.pressed() + "\"") ? 'o' : '-';
        }
        if (row.isAct() && letter(answer) == '+') {
            return answer.text().contains(row.offered()) ? 'o' : '-';
        }
        return letter(answer);
    }

    private static char letter(Answer answer) {
        return switch (answer.status()) {
            case 200 -> said(answer.text());
            case 302, SEE_OTHER -> TO_SIGN_IN.matcher(answer.header("Location")).matches() ? 's' : 'm';
            case 403 -> 'r';
            case 404 -> 'n';
            case 405 -> 'v';
            default -> throw new AssertionError("no letter for " + answer);
        };
    }

    private static char said(String page) {
        Matcher alert = ALERT.matcher(page);
        if (alert.find()) {
            return alert.group(1).equals("role-missing") ? 'r' : alert.group(1).endsWith("-unknown") ? 'n' : '!';
        }
        return LOCKED.matcher(page).find() ? 'r' : '+';
    }

    /**
     * Presses something as a page would, without its page having offered it: with the state of the page that was got just now, where that has
     * any form of its kind.
     */
    Answer press(Screens.Row row, Principal who) {
        String pressed = row.pressed();
        String form = pressed.substring(0, pressed.indexOf(':'));
        String page = get(who, filled(row.address(), who)).text();
        Matcher state = VIEW_STATE.matcher(page);
        Matcher nonce = NONCE.matcher(page);
        String fields = form + "=" + form + "&" + pressed + "=x&jakarta.faces.ViewState="
                + (state.find() ? URLEncoder.encode(state.group(1), StandardCharsets.UTF_8) : "1:1")
                + (nonce.find() ? "&primefaces.nonce=" + URLEncoder.encode(nonce.group(1), StandardCharsets.UTF_8) : "")
                + "&ask=close&about=halcyon&roles=halcyon&seen=0&" + form + ":name=x&" + form
                + ":username=x&" + form + ":role=auditor&" + form + ":scheme=&former=sponsor%40";
        return estate.registry()
                .send(request(who, filled(row.address(), who))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", estate.registry().uri("").toString())
                        .POST(BodyPublishers.ofString(fields)));
    }

    /** Sends the form of an act with the good word of the session and with fields that fit, without its page having offered it. */
    Answer send(Screens.Row row, Principal who) {
        String address = filled(row.address(), who);
        SentAct sent = new SentAct(estate, row.act(), address, word(who));
        return estate.registry()
                .send(request(who, address)
                        .header("Content-Type", sent.contentType())
                        .header("Origin", estate.registry().uri("").toString())
                        .POST(BodyPublishers.ofString(sent.body())));
    }

    /** The word of the session, which every desk has in the form that signs out; empty for whoever has no session. */
    private String word(Principal who) {
        Matcher word = WORD.matcher(get(who, "/desk/").text());
        return word.find() ? word.group(1) : "";
    }

    /** Shows the second factor of everybody anew where that was a while ago: an act must not be refused for that alone. */
    void prove() {
        sessions.replaceAll(
                (who, session) -> SignedIn.as(estate.registry(), who.account().orElseThrow()));
    }
}
