do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert, update on organisation, invitation to %I', app);
        execute format('grant select, insert, update, delete on profile to %I', app);
    end if;
end
$$;
