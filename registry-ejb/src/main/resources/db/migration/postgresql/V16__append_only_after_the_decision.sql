-- What happened to complaints, remedies, samples and roles is never rewritten: by trigger for everyone, and by rights.
do $$
declare
    kept text;
    app text := '${appUser}';
begin
    foreach kept in array array ['complaint_version', 'remedy_version', 'sample_version', 'account_roles_version'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
        if app <> current_user then
            execute format('grant select, insert on %I to %I', kept, app);
        end if;
    end loop;
    if app <> current_user then
        execute format('grant select, insert, update, delete on complaint, complaint_matter, complaint_handler, remedy, sample,'
            ' account_roles to %I', app);
    end if;
end
$$;
