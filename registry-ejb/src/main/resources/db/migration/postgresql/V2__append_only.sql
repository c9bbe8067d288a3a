-- The database itself refuses to rewrite the record: by trigger for everyone, and by rights for the application's role.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'append-only: % on % is refused', tg_op, tg_table_name using errcode = '23514';
end
$$;
do $$
declare
    kept text;
begin
    foreach kept in array array ['journal', 'audit', 'visa_version', 'trust_list_issue'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
    end loop;
end
$$;
do $$
declare
    app text := '${appUser}';
begin
    -- Where migrations run as an owner of their own, the application's role owns nothing.
    if app <> current_user then
        execute format('grant usage on schema %I to %I', current_schema(), app);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), app);
        execute format('grant usage on all sequences in schema %I to %I', current_schema(), app);
        execute format('revoke update, delete, truncate on journal, audit, visa_version, trust_list_issue from %I', app);
        execute format('revoke insert, update, delete on flyway_schema_history from %I', app);
    end if;
end
$$;
