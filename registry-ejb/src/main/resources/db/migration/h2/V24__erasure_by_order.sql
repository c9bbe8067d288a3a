-- Versions are never rewritten, and deleted only for a dossier with an erasure order; so are the newest versions and the plaintexts.
drop trigger dossier_version_append_only;
drop trigger proposal_version_append_only;
create trigger dossier_version_append_only before update on dossier_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger proposal_version_append_only before update on proposal_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger journal_secret_append_only before update on journal_secret
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger erasure_order_append_only before update, delete on erasure_order
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger erasure_party_append_only before update, delete on erasure_party
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger dossier_version_by_order before delete on dossier_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
create trigger proposal_version_by_order before delete on proposal_version
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
create trigger dossier_by_order before delete on dossier
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
create trigger proposal_by_order before delete on proposal
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
create trigger journal_secret_by_order before delete on journal_secret
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
