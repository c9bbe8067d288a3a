-- What somebody was told, and which ends are on record, is never rewritten: by trigger for everyone, and by rights.
do $$
declare
    kept text;
    app text := '${appUser}';
begin
    foreach kept in array array ['notice', 'visa_end'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
    end loop;
    if app <> current_user then
        execute format('grant select, insert on notice, visa_end to %I', app);
        execute format('grant select, insert, update on duty, task, task_role to %I', app);
    end if;
end
$$;
