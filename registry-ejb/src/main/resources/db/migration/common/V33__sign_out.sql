-- Sessions that began before are over: after a recovery, a closing, or at a word of their owner.
create table sign_out (
    account_id char(36)                    not null primary key references account (id),
    began_before timestamp(3) with time zone not null
);
