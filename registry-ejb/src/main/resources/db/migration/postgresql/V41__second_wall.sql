-- The second wall (ADR 0035): whatever a statement asks for, no row comes out that is not the asker's, and none is changed. The door says for
-- whom it asks, for one transaction:
--   sceau.account       account name
--   sceau.organisation  whose matters are its own, by the exact name
--   sceau.handles       schemes under which it handles matters of others, between blanks; * for all
--   sceau.house         on: the house itself, or an act that is let past the wall
-- What was not said counts as nothing, and so does what was said in a transaction before. A question in brackets is asked once a statement.

create function wall_house() returns boolean language sql stable as $$
    select coalesce(current_setting('sceau.house', true), '') = 'on'
$$;
create function wall_account() returns text language sql stable as $$
    select nullif(current_setting('sceau.account', true), '')
$$;
create function wall_organisation() returns text language sql stable as $$
    select nullif(current_setting('sceau.organisation', true), '')
$$;
create function wall_schemes() returns text[] language sql stable as $$
    select string_to_array(nullif(current_setting('sceau.handles', true), ''), ' ')
$$;
-- Whether it handles matters of others at all, under whichever scheme.
create function wall_handler() returns boolean language sql stable as $$
    select coalesce(current_setting('sceau.handles', true), '') <> ''
$$;
-- Whether anybody is known.
create function wall_said() returns boolean language sql stable as $$
    select wall_house() or wall_account() is not null
$$;

-- Dossiers: their parties, and handlers under their scheme. A party is seen by itself; whoever sees a dossier may add one.
create policy wall on dossier using (
    (select wall_house())
    or '*' = any ((select wall_schemes())::text[])
    or scheme = any ((select wall_schemes())::text[])
    or sponsor = (select wall_organisation())
    or exists (select from dossier_party p where p.dossier_id = dossier.id and p.organisation = (select wall_organisation())));
-- Without brackets: who adds a party is asked for the dossier, and that one for its parties.
create policy wall on dossier_party for select using (wall_house() or organisation = wall_organisation());
create policy wall_adding on dossier_party for insert with check (
    (select wall_house()) or exists (select from dossier d where d.id = dossier_party.dossier_id));
create policy wall_removing on dossier_party for delete using ((select wall_house()));

-- Vulnerabilities: the general part, for their parties and for handlers.
create policy wall on vulnerability using (
    (select wall_house())
    or (select wall_handler())
    or exists (select from vulnerability_party p
        where p.vulnerability_id = vulnerability.id and p.organisation = (select wall_organisation())));
create policy wall on vulnerability_party using (
    (select wall_house()) or organisation = (select wall_organisation()))
    with check ((select wall_house()));

-- Compartments: their named handlers and nobody else, not even the house. Whoever sees the record may found one. A handler names others, and
-- so do handlers of everybody's matters, who cannot look inside.
create policy wall on vulnerability_compartment using (
    exists (select from vulnerability_handler h where h.vulnerability_id = vulnerability_compartment.vulnerability_id
        and h.compartment = vulnerability_compartment.compartment and h.account = (select wall_account())));
create policy wall_founding on vulnerability_compartment for insert with check (
    (select wall_account()) is not null
    and exists (select from vulnerability v where v.id = vulnerability_compartment.vulnerability_id));
-- Without brackets: the table is asked about itself.
create policy wall on vulnerability_handler for select using (wall_house() or account = wall_account());
create policy wall_naming on vulnerability_handler for insert with check (
    wall_house()
    or account <> wall_account() and (wall_handler() or exists (select from vulnerability_handler own
        where own.vulnerability_id = vulnerability_handler.vulnerability_id
        and own.compartment = vulnerability_handler.compartment and own.account = wall_account())));
create policy wall_removing on vulnerability_handler for delete using (wall_house());

-- Complaints: who filed it, and handlers.
create policy wall on complaint using (
    (select wall_house()) or (select wall_handler()) or filed_by = (select wall_account()));

-- Remedies: the holder and the sponsor of the visa, and handlers.
create policy wall on remedy using (
    (select wall_house())
    or (select wall_handler())
    or exists (select from visa v where v.id = remedy.visa_id and (select wall_organisation()) in
        (v.facts::json #>> '{holder,name}', v.facts::json #>> '{sponsor,name}')));

-- Notices: whoever was told, and handlers.
create policy wall on notice using (
    (select wall_house()) or (select wall_handler()) or addressee = (select wall_organisation()));
create policy wall on vulnerability_notice using (
    (select wall_house())
    or organisation = (select wall_organisation())
    or exists (select from vulnerability v where v.id = vulnerability_notice.vulnerability_id));

-- Visas that may not be listed: nobody who is not known. Which of them somebody may see, the application says.
create policy wall on visa using ((select wall_said()));
create policy wall_listed on visa for select using (listed);

-- People: what is known of a person is for the own organisation, what is about an account for that account.
create policy wall on profile using (
    (select wall_house())
    or account_id in (select a.id from account a
        where a.username = (select wall_account()) or a.organisation = (select wall_organisation())));
create policy wall on invitation using ((select wall_house()) or organisation = (select wall_organisation()));
create policy wall on signed_word using ((select wall_house()) or username = (select wall_account()));

do $$
declare
    walled text;
begin
    -- Parts: whoever sees the whole.
    foreach walled in array array ['dossier_version', 'dossier_visa', 'agency_package', 'erasure_request'] loop
        execute format('create policy wall on %1$I using ((select wall_house())'
            ' or exists (select from dossier d where d.id = %1$I.dossier_id))', walled);
    end loop;
    foreach walled in array array ['vulnerability_version', 'vulnerability_visa'] loop
        execute format('create policy wall on %1$I using ((select wall_house())'
            ' or exists (select from vulnerability v where v.id = %1$I.vulnerability_id))', walled);
    end loop;
    foreach walled in array array ['complaint_version', 'complaint_matter', 'complaint_handler'] loop
        execute format('create policy wall on %1$I using ((select wall_house())'
            ' or exists (select from complaint c where c.id = %1$I.complaint_id))', walled);
    end loop;
    create policy wall on remedy_version using (
        (select wall_house()) or exists (select from remedy r where r.id = remedy_version.remedy_id));
    foreach walled in array array ['visa_version', 'visa_day', 'visa_relation', 'visa_end', 'certificate'] loop
        execute format('create policy wall on %I using ((select wall_said()))', walled);
        execute format('create policy wall_listed on %1$I for select using'
            ' (exists (select from visa v where v.id = %1$I.visa_id))', walled);
    end loop;

    -- What handlers alone see: proposals, and what is asked of them, under whichever scheme; samples under theirs.
    foreach walled in array array ['proposal', 'proposal_version', 'task', 'task_role'] loop
        execute format('create policy wall on %I using ((select wall_house()) or (select wall_handler()))', walled);
    end loop;
    foreach walled in array array ['sample', 'sample_version'] loop
        execute format('create policy wall on %I using ((select wall_house()) or ''*'' = any ((select wall_schemes())::text[])'
            ' or scheme = any ((select wall_schemes())::text[]))', walled);
    end loop;

    -- What the house alone reads. The journal and the audit log are written by everybody.
    foreach walled in array array ['journal_secret', 'audit', 'erasure_order', 'erasure_party', 'import_row'] loop
        execute format('create policy wall on %I using ((select wall_house()))', walled);
    end loop;
    foreach walled in array array ['journal_secret', 'audit'] loop
        execute format('create policy wall_writing on %I for insert with check (true)', walled);
    end loop;

    -- What is about an account alone.
    foreach walled in array array ['notification', 'notification_preference'] loop
        execute format('create policy wall on %1$I using ((select wall_house()) or account_id ='
            ' (select a.id from account a where a.username = wall_account()))', walled);
    end loop;
end
$$;

-- Every table with a policy stands behind it, for its owner too.
do $$
declare
    walled text;
begin
    for walled in select distinct tablename from pg_policies where schemaname = current_schema() loop
        execute format('alter table %I enable row level security', walled);
        execute format('alter table %I force row level security', walled);
    end loop;
end
$$;
