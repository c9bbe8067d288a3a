do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert, update, delete on sign_out to %I', app);
    end if;
end
$$;
