-- What was issued and sent is never rewritten.
create trigger certificate_append_only before update, delete on certificate
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger agency_package_append_only before update, delete on agency_package
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
