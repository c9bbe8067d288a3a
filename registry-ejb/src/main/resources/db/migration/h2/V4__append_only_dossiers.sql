-- What happened to laboratories, dossiers and proposals is never rewritten.
create trigger laboratory_version_append_only before update, delete on laboratory_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger dossier_version_append_only before update, delete on dossier_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger proposal_version_append_only before update, delete on proposal_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
