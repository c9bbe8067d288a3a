-- What was known of vulnerabilities and whom it was told is never rewritten.
create trigger vulnerability_version_append_only before update, delete on vulnerability_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger vulnerability_notice_append_only before update, delete on vulnerability_notice
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
