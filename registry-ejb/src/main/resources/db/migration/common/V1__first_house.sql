-- The first house. Valid on H2 and PostgreSQL alike; what differs stands in the folder of each (V2).

-- The journal: accepted acts, append-only, in their final form.
create table journal (
    position    bigint                      not null primary key,
    recorded_at timestamp(3) with time zone not null,
    kind        varchar(60)                 not null,
    subject     varchar(200)                not null,
    entry       varchar(16384)              not null, -- RFC 8785 text; its UTF-8 bytes are the leaf
    leaf_hash   char(64)                    not null  -- RFC 6962, lower-case hexadecimal
);
create index journal_by_subject on journal (subject, position);

-- Confidential and personal parts of entries. The journal holds only their salted commitments; these rows may be erased.
create table journal_secret (
    position   bigint       not null references journal (position),
    name       varchar(60)  not null,
    salt       char(64)     not null,
    plaintext  varchar(16384) not null,
    primary key (position, name)
);

-- One row, locked by each writer: positions are gapless and follow the order of commits.
create table journal_counter (
    id   smallint not null primary key,
    next bigint   not null
);
insert into journal_counter (id, next) values (1, 0);

-- The outbox is a log; each consumer keeps a cursor, one per node when it feeds the node's own memory.
create table outbox (
    position bigint       not null primary key references journal (position),
    topic    varchar(20)  not null,
    subject  varchar(200) not null,
    detail   varchar(100) not null
);
create index outbox_by_topic on outbox (topic, detail, position);
create table outbox_cursor (
    consumer varchar(60) not null,
    node     varchar(60) not null,
    position bigint      not null,
    primary key (consumer, node)
);

-- Refusals, sign-ins, reads of confidential things.
create table audit (
    id          bigint generated always as identity primary key,
    recorded_at timestamp(3) with time zone not null,
    actor       varchar(100)                not null,
    organisation varchar(300)               not null,
    action      varchar(60)                 not null,
    object      varchar(200)                not null,
    outcome     varchar(60)                 not null,
    suppressed  integer                     not null
);
create index audit_by_time on audit (recorded_at);

-- Visas: the newest version of each, with the columns that are asked for; and every version for ever.
create table visa (
    id            char(36)                    not null primary key,
    slug          varchar(120)                not null unique,
    slug_stem     varchar(120)                not null,
    version       bigint                      not null,
    family        varchar(60)                 not null,
    reference_key varchar(300)                not null,
    subject_key   varchar(1200)               not null,
    facts         varchar(60000)              not null,
    facts_digest  char(64)                    not null,
    holder_key    varchar(300)                not null,
    subject_name  varchar(600)                not null,
    first_day     date                        not null,
    last_day      date,
    listed        boolean                     not null,
    source        varchar(60)                 not null,
    edition       date,
    source_row    varchar(100)                not null,
    recorded_at   timestamp(3) with time zone not null,
    position      bigint                      not null references journal (position)
);
create index visa_by_stem on visa (slug_stem);
create index visa_by_reference on visa (reference_key);
create index visa_by_family on visa (family, holder_key, subject_name, id);
create index visa_by_position on visa (position);

create table visa_version (
    visa_id     char(36)                    not null,
    version     bigint                      not null,
    facts       varchar(60000)              not null,
    source      varchar(60)                 not null,
    edition     date,
    source_row  varchar(100)                not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    primary key (visa_id, version)
);

-- The legal days on which a dated status begins or ends, so that lists are issued on that very day.
create table visa_day (
    visa_id char(36)    not null,
    family  varchar(60) not null,
    legal_day date        not null,
    primary key (visa_id, legal_day)
);
create index visa_day_by_family on visa_day (family, legal_day);

-- Accounts and tokens.
create table account (
    id            char(36)     not null primary key,
    version       bigint       not null,
    username      varchar(100) not null unique,
    password_hash varchar(300) not null,
    organisation  varchar(300) not null,
    roles         varchar(300) not null,
    active        boolean      not null,
    created_at    timestamp(3) with time zone not null
);
create table api_token (
    token_hash char(64)                    not null primary key,
    account_id char(36)                    not null references account (id),
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    revoked    boolean                     not null
);

-- Imports: the job, and its staged rows.
create table import_job (
    id             char(36)     not null primary key,
    version        bigint       not null,
    format         varchar(40)  not null,
    edition        date,
    received       date         not null,
    dry_run        boolean      not null,
    state          varchar(20)  not null,
    source_name    varchar(200) not null,
    sha256         char(64)     not null,
    size_bytes     bigint       not null,
    created_by     varchar(100) not null,
    organisation   varchar(300) not null,
    created_at     timestamp(3) with time zone not null,
    finished_at    timestamp(3) with time zone,
    rows_read      bigint       not null,
    rows_compared  bigint       not null,
    rows_recorded  bigint       not null,
    created_count  bigint       not null,
    changed_count  bigint       not null,
    unchanged_count bigint      not null,
    refused_count  bigint       not null,
    absent_count   bigint       not null,
    failure_code   varchar(60),
    failure_line   bigint,
    failure_detail varchar(300),
    cancel_asked   boolean      not null
);
create index import_job_by_time on import_job (created_at);
create table import_row (
    job_id        char(36)       not null references import_job (id),
    row_no        bigint         not null,
    locator       varchar(100)   not null,
    outcome       varchar(20)    not null,
    family        varchar(60),
    reference_key varchar(300),
    subject_key   varchar(1200),
    facts         varchar(60000),
    facts_digest  char(64),
    remarks       varchar(20000) not null,
    visa_id       char(36),
    visa_version  bigint,
    slug          varchar(120),
    primary key (job_id, row_no)
);
create index import_row_by_key on import_row (job_id, reference_key, row_no);
create index import_row_by_visa on import_row (job_id, visa_id);

-- Issues of trust lists. A file without its row here was never released.
create table trust_list_issue (
    family      varchar(60)                 not null,
    sequence    bigint                      not null,
    issued_at   timestamp(3) with time zone not null,
    next_update timestamp(3) with time zone not null,
    covered_day date                        not null,
    services    bigint                      not null,
    sha256      char(64)                    not null,
    size_bytes  bigint                      not null,
    position    bigint                      not null references journal (position),
    primary key (family, sequence)
);

-- Who does scheduled work now; any number of nodes may run.
create table job_lease (
    name         varchar(60)                 not null primary key,
    holder       varchar(60)                 not null,
    leased_until timestamp(3) with time zone not null
);
