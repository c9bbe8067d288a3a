-- Versions are never rewritten, and deleted only for a dossier with an erasure order; so are the newest versions and the plaintexts.
do $$
begin
    -- The schema is named, and temporary tables come last: nobody feigns an order with a table of the same name.
    execute format($make$
        create function refuse_without_order() returns trigger language plpgsql
            set search_path = %I, pg_temp as $body$
        declare
            ordered boolean;
        begin
            case tg_table_name
                when 'dossier_version' then
                    ordered := exists (select 1 from erasure_order o where o.dossier_id = old.dossier_id);
                when 'dossier' then
                    ordered := exists (select 1 from erasure_order o where o.dossier_id = old.id);
                when 'proposal' then
                    ordered := exists (select 1 from erasure_order o where o.dossier_id = old.dossier_id);
                when 'proposal_version' then
                    ordered := exists (select 1 from erasure_order o join proposal p on p.dossier_id = o.dossier_id
                        where p.id = old.proposal_id);
                when 'journal_secret' then
                    -- Only what entries of dossiers and proposals hide; the outbox names what each is about.
                    ordered := not exists (select 1 from outbox b where b.position = old.position and b.topic = 'DOSSIER')
                        or exists (select 1 from outbox b join erasure_order o on o.dossier_id = b.detail
                            where b.position = old.position)
                        or exists (select 1 from outbox b join proposal p on p.id = b.detail
                            join erasure_order o on o.dossier_id = p.dossier_id where b.position = old.position);
            end case;
            if not ordered then
                raise exception 'append-only: %% on %% without an erasure order is refused', tg_op, tg_table_name
                    using errcode = '23514';
            end if;
            return old;
        end
        $body$
    $make$, current_schema());
end
$$;
do $$
declare
    kept text;
    app text := '${appUser}';
begin
    foreach kept in array array ['dossier_version', 'proposal_version'] loop
        execute format('drop trigger %I on %I', kept || '_append_only', kept);
    end loop;
    foreach kept in array array ['dossier_version', 'proposal_version', 'journal_secret'] loop
        execute format('create trigger %I before update on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
    end loop;
    foreach kept in array array ['dossier_version', 'proposal_version', 'dossier', 'proposal', 'journal_secret'] loop
        execute format('create trigger %I before delete on %I for each row execute function refuse_without_order()',
            kept || '_by_order', kept);
    end loop;
    foreach kept in array array ['dossier', 'proposal', 'journal_secret'] loop
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
    end loop;
    foreach kept in array array ['erasure_order', 'erasure_party'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()',
            kept || '_append_only', kept);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()',
            kept || '_no_truncate', kept);
    end loop;
    if app <> current_user then
        execute format('grant select, insert, delete on erasure_request to %I', app);
        execute format('grant select, insert on erasure_order, erasure_party to %I', app);
        execute format('grant delete on dossier_version, proposal_version to %I', app);
        execute format('revoke update on journal_secret from %I', app);
    end if;
end
$$;
