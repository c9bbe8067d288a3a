-- The keys of repeated requests are no part of the record: the application's role writes them and forgets them.
do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert, delete on repetition to %I', app);
    end if;
end
$$;
