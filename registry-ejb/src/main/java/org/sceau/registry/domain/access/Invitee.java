package org.sceau.registry.domain.access;

import java.util.regex.Pattern;

/**
 * Who is invited.
 *
 * @param username what the person will sign in with: 2 to 60 lower-case letters, digits, dots and hyphens, beginning with a letter
 * @param name     as people say it, 1 to 200 characters
 * @param mail     where messages go, at most 254 characters
 * @param language code of a language of the registry
 */
public record Invitee(String username, String name, String mail, String language) {
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");
    /** What a mail system surely takes: quoted and commented forms (RFC 5322 cl. 3.2) are nobody's address here. */
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    /** Refuses what is beyond the bounds with {@link IllegalArgumentException}. */
    public Invitee {
        if (username.length() < 2
                || username.length() > 60
                || !USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("a username has 2 to 60 lower-case letters, digits, dots and hyphens");
        }
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a person has a name of 1 to 200 characters");
        }
        if (mail.length() > 254 || !MAIL.matcher(mail).matches()) {
            throw new IllegalArgumentException("a mail address has a name, an @ and a domain, at most 254 characters");
        }
    }
}
