-- What was signed is never rewritten: by trigger for everyone, and by rights.
do $$
declare
    app text := '${appUser}';
begin
    create trigger signed_word_append_only before update or delete on signed_word
        for each row execute function refuse_rewriting();
    create trigger signed_word_no_truncate before truncate on signed_word
        for each statement execute function refuse_rewriting();
    if app <> current_user then
        execute format('grant select, insert on signed_word to %I', app);
    end if;
end
$$;
