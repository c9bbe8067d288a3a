package org.sceau.registry.infrastructure.catalogues;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that anyone may follow. Paths keep their case: {@code …-Certificat.pdf} and {@code …-certificat.pdf} differ. */
public final class Links {
    private static final int LONGEST = 2000;
    private static final Pattern INNER_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    // An address typed without its slashes, which an editor took for a file beside the document.
    private static final Pattern AFTER_LOCAL_PATH =
            Pattern.compile("file:.*/(?<scheme>https?):/{0,2}(?<rest>[^/:@\\s][^:@\\s]*)", Pattern.CASE_INSENSITIVE);

    private Links() {}

    /**
     * A link of a document.
     *
     * @param address  where it leads; empty when nobody but the author could follow it
     * @param repaired whether the address is our reading of a broken one
     */
    public record Link(Optional<URI> address, boolean repaired) {}

    /**
     * Reads a link annotation. Spaces around it do not count; spaces inside are written {@code %20}, as a browser does.
     * Of a path on the author's machine only an address behind it is kept, when there is exactly one reading.
     */
    public static Link read(String printed) {
        String text = INNER_SPACE.matcher(printed.strip()).replaceAll("%20");
        Optional<URI> asPrinted = publicAddress(text);
        if (asPrinted.isPresent()) {
            return new Link(asPrinted, text.length() != printed.strip().length());
        }
        Matcher local = AFTER_LOCAL_PATH.matcher(text);
        if (text.length() <= LONGEST && local.matches() && text.indexOf("http") == text.lastIndexOf("http")) {
            return new Link(publicAddress(local.group("scheme") + "://" + local.group("rest")), true);
        }
        return new Link(Optional.empty(), false);
    }

    /**
     * An absolute {@code https} or {@code http} address of at most 2000 characters with a full host name and without user
     * name, else empty.
     */
    public static Optional<URI> publicAddress(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            String host = address.getHost();
            boolean open = (scheme.equals("https") || scheme.equals("http"))
                    && host != null
                    && host.indexOf('.') > 0
                    && !host.toLowerCase(Locale.ROOT).endsWith(".local")
                    && address.getUserInfo() == null;
            return open ? Optional.of(withScheme(address, scheme)) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    private static URI withScheme(URI address, String scheme) throws URISyntaxException {
        return scheme.equals(address.getScheme())
                ? address
                : new URI(scheme + address.toString().substring(scheme.length()));
    }
}
