-- Editions of scheme definitions. Their bytes stay for the dossiers that were opened under them; only the state of an edition changes.
create table scheme_definition (
    sha256   char(64)        not null primary key, -- of the UTF-8 bytes of content
    content  varchar(140000) not null,
    position bigint          not null references journal (position)
);
create table scheme_revision (
    sha256         char(64)                    not null primary key references scheme_definition (sha256),
    scheme         varchar(60)                 not null,
    scheme_version varchar(20)                 not null,
    revision       integer                     not null,
    state          varchar(20)                 not null,
    first_word     varchar(100),
    last_word      varchar(100),
    recorded_at    timestamp(3) with time zone not null,
    position       bigint                      not null references journal (position)
);
create index scheme_revision_by_scheme on scheme_revision (scheme, scheme_version, revision);
