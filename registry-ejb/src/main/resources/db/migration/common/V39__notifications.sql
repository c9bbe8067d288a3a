-- Who is to be told by mail of what the desk has for them: one row for each person and journal entry, made as the cursor of the outbox
-- passes by it. It says what sort of thing there is and never what stands in it; the mail is written from these columns alone.
create table notification (
    id         char(36)                    not null primary key,
    account_id char(36)                    not null references account (id),
    position   bigint                      not null,
    source     varchar(10)                 not null,
    kind       varchar(40)                 not null,
    -- The notice by its position, or the task by its id.
    subject    varchar(60)                 not null,
    state      varchar(10)                 not null,
    made_at    timestamp(3) with time zone not null,
    due_at     timestamp(3) with time zone not null,
    -- The mail it goes out in. It keeps this one at each further attempt.
    mail_id    char(36),
    attempts   integer                     not null,
    ended_at   timestamp(3) with time zone,
    unique (account_id, position)
);
create index notification_by_state on notification (state, due_at, position);
create index notification_by_mail on notification (mail_id);
create index notification_by_account on notification (account_id, state);

-- What people chose, and up to which entry they have marked what the desk told them as read.
create table notification_preference (
    account_id    char(36)    not null primary key references account (id),
    manner        varchar(20) not null,
    seen_position bigint      not null
);

insert into job_lease (name, holder, leased_until) values ('notifications', '-', timestamp with time zone '2000-01-01 00:00:00+00:00');

-- A registry that was there before has told its people already.
insert into outbox_cursor (consumer, node, position) select 'notifications', '-', coalesce(max(position), -1) from outbox;
