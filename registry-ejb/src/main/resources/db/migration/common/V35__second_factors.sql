-- What somebody shows besides the password, and where somebody is signed in.
create table second_factor (
    id            char(36)                    not null primary key,
    account_id    char(36)                    not null references account (id),
    kind          varchar(20)                 not null,
    label         varchar(100)                not null,
    added_at      timestamp(3) with time zone not null,
    confirmed     boolean                     not null,
    last_used_at  timestamp(3) with time zone,
    -- Of time codes: the secret, sealed, and the last step that was shown.
    sealed        varchar(500),
    last_step     bigint,
    -- Of passkeys, base64url: the id, the public key with its id (WebAuthn cl. 6.5.2), and the count of signatures.
    credential_id varchar(1400) unique,
    credential    varchar(4000),
    sign_count    bigint
);
create index second_factor_by_account on second_factor (account_id, added_at);

create table recovery_code (
    account_id char(36) not null references account (id),
    code_hash  char(64) not null,
    primary key (account_id, code_hash)
);

-- How often a factor was shown wrongly in a row; a row for each account that has or had a factor.
create table factor_attempt (
    account_id char(36)                    not null primary key references account (id),
    wrong      integer                     not null,
    last_at    timestamp(3) with time zone not null
);

-- What a passkey is asked to sign: once, and soon.
create table factor_challenge (
    id         char(36)                    not null primary key,
    account_id char(36)                    not null references account (id),
    challenge  varchar(100)                not null,
    purpose    varchar(20)                 not null,
    made_at    timestamp(3) with time zone not null
);
create index factor_challenge_by_account on factor_challenge (account_id, made_at);

create table desk_session (
    id           char(36)                    not null primary key,
    account_id   char(36)                    not null references account (id),
    began_at     timestamp(3) with time zone not null,
    last_seen_at timestamp(3) with time zone not null,
    factor_at    timestamp(3) with time zone,
    browser      varchar(100)                not null,
    ended        boolean                     not null
);
create index desk_session_by_account on desk_session (account_id, began_at);

-- Each session has a row of its own now, and ends by it.
drop table sign_out;

alter table api_token add column factor_at timestamp(3) with time zone;
