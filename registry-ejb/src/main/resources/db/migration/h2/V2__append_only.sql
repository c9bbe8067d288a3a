-- The database itself refuses to rewrite the record.
create trigger journal_append_only before update, delete on journal
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger audit_append_only before update, delete on audit
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger visa_version_append_only before update, delete on visa_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger trust_list_issue_append_only before update, delete on trust_list_issue
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
