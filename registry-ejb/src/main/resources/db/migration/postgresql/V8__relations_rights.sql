-- The application's role reads and writes relations; it owns nothing.
do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert, update, delete on visa_relation to %I', app);
    end if;
end
$$;
