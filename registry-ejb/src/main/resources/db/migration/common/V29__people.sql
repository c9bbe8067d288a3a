-- Organisations whose people have accounts. Rights of a party follow from the exact name, which never changes.
create table organisation (
    id          char(36)                    not null primary key,
    version     bigint                      not null,
    name        varchar(300)                not null unique,
    kind        varchar(30)                 not null,
    active      boolean                     not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
-- What is known of the person behind an account: replaced in place, so that it can be erased.
create table profile (
    account_id char(36)     not null primary key references account (id),
    name       varchar(200) not null,
    mail       varchar(254) not null,
    language   varchar(5)   not null
);
create index account_by_organisation on account (organisation, username);
-- Invitations to an account, or back into one. The secrets that open one are kept as hashes.
create table invitation (
    id           char(36)                    not null primary key,
    version      bigint                      not null,
    organisation varchar(300)                not null,
    username     varchar(100)                not null,
    state        varchar(20)                 not null,
    token_hash   char(64)                    not null unique,
    code_hash    varchar(300),
    wrong_codes  integer                     not null,
    content      varchar(100000)             not null,
    recorded_at  timestamp(3) with time zone not null,
    position     bigint                      not null references journal (position)
);
create index invitation_by_organisation on invitation (organisation, position);
create index invitation_by_username on invitation (username, state);
