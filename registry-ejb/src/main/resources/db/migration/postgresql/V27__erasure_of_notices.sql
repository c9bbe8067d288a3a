-- What somebody was told of a dossier, or asked to do about it, goes with the dossier, and only behind its order.
do $$
declare
    kept text;
    app text := '${appUser}';
begin
    -- The schema is named, and temporary tables come last, as for the dossiers themselves.
    execute format($make$
        create function refuse_telling_without_order() returns trigger language plpgsql
            set search_path = %I, pg_temp as $body$
        begin
            if not exists (select 1 from erasure_order o left join proposal p on p.dossier_id = o.dossier_id
                    where o.dossier_id = old.about_id or p.id = old.about_id) then
                raise exception 'append-only: %% on %% without an erasure order is refused', tg_op, tg_table_name
                    using errcode = '23514';
            end if;
            return old;
        end
        $body$
    $make$, current_schema());
    drop trigger notice_append_only on notice;
    create trigger notice_append_only before update on notice for each row execute function refuse_rewriting();
    foreach kept in array array ['notice', 'task'] loop
        execute format('create trigger %I before delete on %I for each row execute function refuse_telling_without_order()',
            kept || '_by_order', kept);
    end loop;
    create trigger task_no_truncate before truncate on task for each statement execute function refuse_rewriting();
    if app <> current_user then
        execute format('grant delete on notice, task, task_role to %I', app);
    end if;
end
$$;
