-- A dossier's rules are never rewritten: by trigger for everyone, and by rights.
create trigger scheme_definition_append_only before update or delete on scheme_definition
    for each row execute function refuse_rewriting();
create trigger scheme_definition_no_truncate before truncate on scheme_definition
    for each statement execute function refuse_rewriting();
do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert on scheme_definition to %I', app);
        execute format('grant select, insert, update on scheme_revision to %I', app);
    end if;
end
$$;
