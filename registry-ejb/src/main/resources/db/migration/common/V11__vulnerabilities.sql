-- Vulnerabilities: the general part as whole versions; what is kept apart in tables of its own.

create table vulnerability (
    id          char(36)                    not null primary key,
    number      varchar(20)                 not null unique,
    version     bigint                      not null,
    closed      boolean                     not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create table vulnerability_version (
    vulnerability_id char(36)                    not null,
    version          bigint                      not null,
    content          varchar(1000000)            not null,
    recorded_at      timestamp(3) with time zone not null,
    position         bigint                      not null references journal (position),
    primary key (vulnerability_id, version)
);
create table vulnerability_visa (
    vulnerability_id char(36) not null references vulnerability (id),
    visa_id          char(36) not null,
    primary key (vulnerability_id, visa_id)
);
create index vulnerability_by_visa on vulnerability_visa (visa_id);
-- Who may see the general part besides its handlers.
create table vulnerability_party (
    vulnerability_id char(36)     not null references vulnerability (id),
    organisation     varchar(300) not null,
    primary key (vulnerability_id, organisation)
);
create index vulnerability_by_party on vulnerability_party (organisation);
-- Who was told what. Made of the general part alone.
create table vulnerability_notice (
    vulnerability_id char(36)                    not null references vulnerability (id),
    number           integer                     not null,
    organisation     varchar(300),
    notice           varchar(100000)             not null,
    recorded_at      timestamp(3) with time zone not null,
    position         bigint                      not null references journal (position),
    primary key (vulnerability_id, number)
);
create index vulnerability_notice_by_organisation on vulnerability_notice (organisation, position);
-- What its handlers alone see: one row each, replaced in place so that it can be erased, and referred to by its salted commitment.
create table vulnerability_compartment (
    vulnerability_id char(36)                    not null references vulnerability (id),
    compartment      varchar(20)                 not null,
    version          bigint                      not null,
    content          varchar(20000)              not null,
    salt             char(64)                    not null,
    commitment       char(64)                    not null,
    recorded_at      timestamp(3) with time zone not null,
    position         bigint                      not null references journal (position),
    primary key (vulnerability_id, compartment)
);
create table vulnerability_handler (
    vulnerability_id char(36)                    not null,
    compartment      varchar(20)                 not null,
    account          varchar(100)                not null,
    recorded_at      timestamp(3) with time zone not null,
    position         bigint                      not null references journal (position),
    primary key (vulnerability_id, compartment, account),
    foreign key (vulnerability_id, compartment) references vulnerability_compartment (vulnerability_id, compartment)
);
