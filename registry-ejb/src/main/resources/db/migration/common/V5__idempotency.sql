-- Keys under which an act was done, and how its result is named; each account has its own. Kept for a day.
create table repetition (
    actor       varchar(100)                not null,
    attempt     varchar(200)                not null,
    content     char(64)                    not null,
    result      varchar(500)                not null,
    recorded_at timestamp(3) with time zone not null,
    primary key (actor, attempt)
);
create index repetition_by_age on repetition (recorded_at);
