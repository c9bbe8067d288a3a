package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sceau.registry.application.inviting.Profiles;

/** What is known of people as rows, replaced in place. */
@ApplicationScoped
public class JdbcProfiles implements Profiles {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcProfiles() {
        this(null);
    }

    @Inject
    public JdbcProfiles(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Profile> find(String accountId) {
        return sql.one(
                "select name, mail, language from profile where account_id = ?",
                row -> new Profile(row.getString("name"), row.getString("mail"), row.getString("language")),
                accountId);
    }

    @Override
    public void put(String accountId, Profile profile) {
        sql.update("delete from profile where account_id = ?", accountId);
        sql.update(
                "insert into profile (account_id, name, mail, language) values (?, ?, ?, ?)",
                accountId,
                profile.name(),
                profile.mail(),
                profile.language());
    }
}
