-- Words that somebody signed with a passkey, each about what has this digest. The journal has a commitment to each.
create table signed_word (
    id         char(36)                    not null primary key,
    account_id char(36)                    not null references account (id),
    username   varchar(100)                not null,
    digest     char(64)                    not null,
    nonce      varchar(100)                not null,
    answer     varchar(20000)              not null,
    credential varchar(4000)               not null,
    signed_at  timestamp(3) with time zone not null,
    position   bigint                      not null references journal (position)
);
create index signed_word_by_digest on signed_word (digest, position);
