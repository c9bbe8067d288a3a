package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.sceau.registry.application.proving.SignedWords;

/** Signed words as rows, which are only added. */
@ApplicationScoped
public class JdbcSignedWords implements SignedWords {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSignedWords() {
        this(null);
    }

    @Inject
    public JdbcSignedWords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Signed signed) {
        sql.write(
                "insert into signed_word (id, account_id, username, digest, nonce, answer, credential, signed_at, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                signed.accountId(),
                signed.username(),
                signed.digest(),
                signed.nonce(),
                signed.answer(),
                signed.credential(),
                signed.at(),
                signed.position());
    }

    @Override
    public List<Signed> about(String digest) {
        return sql.list(
                "select account_id, username, digest, nonce, answer, credential, signed_at, position from signed_word"
                        + " where digest = ? order by position",
                row -> new Signed(
                        row.getString("account_id"),
                        row.getString("username"),
                        row.getString("digest"),
                        row.getString("nonce"),
                        row.getString("answer"),
                        row.getString("credential"),
                        Sql.instant(row, "signed_at"),
                        row.getLong("position")),
                digest);
    }
}
