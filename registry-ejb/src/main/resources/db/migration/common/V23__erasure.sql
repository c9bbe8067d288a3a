-- Erasure at the end of retention. Who asks for it, until somebody else approves; goes with the dossier.
create table erasure_request (
    dossier_id   char(36)                    not null primary key,
    account      varchar(100)                not null,
    organisation varchar(300)                not null,
    applicant    boolean                     not null, -- on the applicant's side, else an administrator
    grounds      varchar(2000)               not null,
    legal_day    date                        not null,
    recorded_at  timestamp(3) with time zone not null,
    position     bigint                      not null references journal (position)
);
-- The order by which a dossier was erased: all that stays of it. Without one no version of it can be deleted.
create table erasure_order (
    dossier_id  char(36)                    not null primary key,
    number      varchar(20)                 not null unique, -- never given out again
    kept_until  date                        not null,
    legal_day   date                        not null,
    first_word  varchar(100),                                -- absent when the applicant asked
    second_word varchar(100)                not null,
    salt        char(64)                    not null,
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position),
    check (legal_day > kept_until),
    check (first_word <> second_word)
);
-- Who was a party hears that the dossier was erased: salted commitments to names, and no name.
create table erasure_party (
    dossier_id char(36) not null references erasure_order (dossier_id),
    commitment char(64) not null,
    primary key (dossier_id, commitment)
);
