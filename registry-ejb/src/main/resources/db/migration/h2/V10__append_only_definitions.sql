-- A dossier's rules are never rewritten.
create trigger scheme_definition_append_only before update, delete on scheme_definition
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
