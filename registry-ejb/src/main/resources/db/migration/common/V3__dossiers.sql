-- Dossiers, laboratories and decisions. Each row holds one canonical JSON text and the columns that are asked for; every version stays.

create table laboratory (
    id          char(36)                    not null primary key,
    version     bigint                      not null,
    name        varchar(300)                not null unique,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create table laboratory_version (
    laboratory_id char(36)                    not null,
    version       bigint                      not null,
    content       varchar(1000000)            not null,
    recorded_at   timestamp(3) with time zone not null,
    position      bigint                      not null references journal (position),
    primary key (laboratory_id, version)
);

create table dossier (
    id             char(36)                    not null primary key,
    number         varchar(20)                 not null unique,
    version        bigint                      not null,
    scheme         varchar(60)                 not null,
    scheme_version varchar(20)                 not null,
    kind           varchar(20)                 not null,
    stage          varchar(60)                 not null,
    ended          boolean                     not null,
    subject_name   varchar(600)                not null,
    sponsor        varchar(300)                not null,
    about          char(36),
    content        varchar(1000000)            not null,
    recorded_at    timestamp(3) with time zone not null,
    position       bigint                      not null references journal (position)
);
create index dossier_by_scheme on dossier (scheme, stage, number);
create index dossier_by_visa on dossier (about);
create table dossier_version (
    dossier_id  char(36)                    not null,
    version     bigint                      not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (dossier_id, version)
);
-- Who may see a dossier besides its handlers: its applicants, observers and laboratories.
create table dossier_party (
    dossier_id   char(36)     not null references dossier (id),
    organisation varchar(300) not null,
    side         varchar(20)  not null,
    primary key (dossier_id, organisation, side)
);
create index dossier_party_by_organisation on dossier_party (organisation, dossier_id);
-- Visas that a dossier led to.
create table dossier_visa (
    dossier_id char(36) not null references dossier (id),
    visa_id    char(36) not null,
    primary key (dossier_id, visa_id)
);
create index dossier_visa_by_visa on dossier_visa (visa_id);

create table proposal (
    id          char(36)                    not null primary key,
    version     bigint                      not null,
    kind        varchar(40)                 not null,
    state       varchar(20)                 not null,
    expires     date                        not null,
    dossier_id  char(36),
    visa_id     char(36),
    digest      char(64)                    not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create index proposal_by_state on proposal (state, expires);
create index proposal_by_dossier on proposal (dossier_id);
create index proposal_by_visa on proposal (visa_id);
create table proposal_version (
    proposal_id char(36)                    not null,
    version     bigint                      not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (proposal_id, version)
);

-- The last number given out of each series. Locked with the act that takes the next one: no gap, and never twice.
create table number_series (
    series varchar(200) not null primary key,
    last   bigint       not null
);
