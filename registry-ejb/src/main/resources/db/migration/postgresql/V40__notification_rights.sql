do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert, update, delete on notification, notification_preference to %I', app);
    end if;
end
$$;
