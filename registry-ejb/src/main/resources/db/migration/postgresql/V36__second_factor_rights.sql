do $$
declare
    app text := '${appUser}';
begin
    if app <> current_user then
        execute format('grant select, insert, update, delete on second_factor, recovery_code, factor_attempt,'
            || ' factor_challenge, desk_session to %I', app);
    end if;
end
$$;
