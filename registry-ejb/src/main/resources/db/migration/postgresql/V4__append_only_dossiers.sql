-- What happened to laboratories, dossiers and proposals is never rewritten: by trigger for everyone, and by rights.
do $$
declare
    kept text;
    app text := '${appUser}';
begin
    foreach kept in array array ['laboratory_version', 'dossier_version', 'proposal_version'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
    end loop;
    if app <> current_user then
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), app);
        execute format('revoke update, delete, truncate on journal, audit, visa_version, trust_list_issue from %I', app);
        execute format('revoke update, delete, truncate on laboratory_version, dossier_version, proposal_version from %I', app);
        execute format('revoke insert, update, delete on flyway_schema_history from %I', app);
    end if;
end
$$;
