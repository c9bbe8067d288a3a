package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.publishing.AgencyPackages;
import org.sceau.registry.application.recording.Certificates;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.publication.Certificate;
import org.sceau.registry.domain.visa.VisaId;

/** Certificates as they were issued, and packages as they were sent; both only grow. */
@ApplicationScoped
public class JdbcCertificates implements Certificates, AgencyPackages {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcCertificates() {
        this(null);
    }

    @Inject
    public JdbcCertificates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Issued> find(VisaId visa) {
        return sql.one(
                "select visa_id, content, sha256, recorded_at, position from certificate where visa_id = ?",
                row -> new Issued(
                        new VisaId(UUID.fromString(row.getString("visa_id"))),
                        CanonicalRecord.parse(row.getString("content"), Certificate.class),
                        row.getString("sha256"),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("position")),
                visa.toString());
    }

    @Override
    public void add(Issued issued, String content) {
        sql.write(
                "insert into certificate (visa_id, content, sha256, recorded_at, position) values (?, ?, ?, ?, ?)",
                issued.visa().toString(),
                content,
                issued.sha256(),
                issued.issuedAt(),
                issued.position());
    }

    @Override
    public Optional<Sent> find(DossierId dossier) {
        return sql.one(
                "select dossier_id, sha256, recorded_at, position from agency_package where dossier_id = ?"
                        + " order by position desc fetch first 1 rows only",
                row -> new Sent(
                        DossierId.parse(row.getString("dossier_id")),
                        row.getString("sha256"),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("position")),
                dossier.toString());
    }

    @Override
    public void add(Sent sent) {
        sql.write(
                "insert into agency_package (dossier_id, sha256, recorded_at, position) values (?, ?, ?, ?)",
                sent.dossier().toString(),
                sent.sha256(),
                sent.sentAt(),
                sent.position());
    }
}
