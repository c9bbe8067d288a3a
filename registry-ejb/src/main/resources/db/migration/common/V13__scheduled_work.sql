-- Scheduled work: what people are asked and told, and how far each duty has come.

-- How far a duty has come: the last legal day it has done, and the journal position it has looked at.
create table duty (
    name          varchar(60)                 not null primary key,
    done_through  date                        not null,
    seen_position bigint                      not null,
    ran_at        timestamp(3) with time zone not null,
    written       bigint                      not null,
    failures      integer                     not null,
    failed        varchar(200),
    retry_at      timestamp(3) with time zone
);

-- What somebody is asked. One row for each occurrence, for ever; the journal tells when it was raised and settled.
create table task (
    id          char(36)                    not null primary key,
    version     bigint                      not null,
    kind        varchar(40)                 not null,
    about       varchar(20)                 not null,
    about_id    char(36)                    not null,
    occurrence  varchar(200)                not null,
    state       varchar(20)                 not null,
    since       date                        not null,
    content     varchar(20000)              not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    unique (kind, about_id, occurrence)
);
create index task_by_state on task (state, position);
create index task_by_subject on task (about_id, kind, state);
create table task_role (
    task_id char(36)    not null references task (id),
    role    varchar(40) not null,
    primary key (task_id, role)
);

-- What somebody was told. addressee is an organisation, or - for the authority itself.
create table notice (
    position    bigint                      not null primary key references journal (position),
    kind        varchar(40)                 not null,
    addressee   varchar(300)                not null,
    about       varchar(20)                 not null,
    about_id    char(36)                    not null,
    occurrence  varchar(200)                not null,
    content     varchar(20000)              not null,
    recorded_at timestamp(3) with time zone not null,
    unique (kind, addressee, about_id, occurrence)
);
create index notice_by_addressee on notice (addressee, position);

-- Ends of validity that are on record: by visa, the first day after.
create table visa_end (
    visa_id   char(36) not null references visa (id),
    legal_day date     not null,
    position  bigint   not null references journal (position),
    primary key (visa_id, legal_day)
);

-- Every lease there is; a row is only ever changed, so no two takers can make it twice.
insert into job_lease (name, holder, leased_until) values ('scheduled-work', '-', timestamp with time zone '2000-01-01 00:00:00+00:00');
insert into job_lease (name, holder, leased_until) values ('trust-lists', '-', timestamp with time zone '2000-01-01 00:00:00+00:00');

create index visa_by_end on visa (last_day, id);
create index dossier_by_id_open on dossier (ended, id);
