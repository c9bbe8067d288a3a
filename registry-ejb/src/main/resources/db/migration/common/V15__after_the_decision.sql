-- Complaints, remedies, yearly samples, and roles of accounts under one scheme. Each row holds one canonical JSON text and the columns
-- that are asked for; every version stays.

create table complaint (
    id          char(36)                    not null primary key,
    number      varchar(20)                 not null unique,
    version     bigint                      not null,
    kind        varchar(20)                 not null,
    state       varchar(20)                 not null,
    filed_by    varchar(100)                not null,
    handler     varchar(100),
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create index complaint_by_filer on complaint (filed_by, position);
create index complaint_by_position on complaint (position);
create table complaint_version (
    complaint_id char(36)                    not null,
    version      bigint                      not null,
    content      varchar(1000000)            not null,
    recorded_at  timestamp(3) with time zone not null,
    position     bigint                      not null references journal (position),
    primary key (complaint_id, version)
);
-- What a complaint is about, dossiers behind a visa included: dossier:{uuid}, visa:{uuid}, laboratory:{uuid}.
create table complaint_matter (
    complaint_id char(36)    not null references complaint (id),
    matter       varchar(60) not null,
    primary key (complaint_id, matter)
);
create index complaint_matter_by_matter on complaint_matter (matter, complaint_id);
-- Who ever handled it; whoever did never decides in its matter.
create table complaint_handler (
    complaint_id char(36)     not null references complaint (id),
    name         varchar(100) not null,
    primary key (complaint_id, name)
);

create table remedy (
    id          char(36)                    not null primary key,
    visa_id     char(36)                    not null,
    version     bigint                      not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create index remedy_by_visa on remedy (visa_id, position);
create table remedy_version (
    remedy_id   char(36)                    not null,
    version     bigint                      not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (remedy_id, version)
);

-- The sample of a scheme for a year.
create table sample (
    scheme      varchar(60)                 not null,
    sample_year integer                     not null,
    version     bigint                      not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (scheme, sample_year)
);
create table sample_version (
    scheme      varchar(60)                 not null,
    sample_year integer                     not null,
    version     bigint                      not null,
    content     varchar(1000000)            not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (scheme, sample_year, version)
);

-- Roles of an account: those under one scheme, and those under all schemes as they were known with this version. The column roles
-- of account is what lets somebody in.
create table account_roles (
    account_id  char(36)                    not null primary key references account (id),
    version     bigint                      not null,
    content     varchar(100000)             not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create table account_roles_version (
    account_id  char(36)                    not null,
    version     bigint                      not null,
    content     varchar(100000)             not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (account_id, version)
);
