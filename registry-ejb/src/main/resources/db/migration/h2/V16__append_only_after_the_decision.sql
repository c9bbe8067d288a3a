-- What happened to complaints, remedies, samples and roles is never rewritten.
create trigger complaint_version_append_only before update, delete on complaint_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger remedy_version_append_only before update, delete on remedy_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger sample_version_append_only before update, delete on sample_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger account_roles_version_append_only before update, delete on account_roles_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
