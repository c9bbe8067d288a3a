-- What was known of vulnerabilities and whom it was told is never rewritten: by trigger for everyone, and by rights.
do $$
declare
    kept text;
    other text;
    app text := '${appUser}';
begin
    foreach kept in array array ['vulnerability_version', 'vulnerability_notice'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
        if app <> current_user then
            execute format('grant select, insert on %I to %I', kept, app);
        end if;
    end loop;
    if app <> current_user then
        foreach other in array array ['vulnerability', 'vulnerability_visa', 'vulnerability_party', 'vulnerability_compartment',
            'vulnerability_handler'] loop
            execute format('grant select, insert, update, delete on %I to %I', other, app);
        end loop;
    end if;
end
$$;
