-- How visas stand to one another; rebuilt with each version of a visa.
create table visa_relation (
    visa_id  char(36)    not null references visa (id),
    kind     varchar(20) not null,
    other_id char(36)    not null,
    primary key (visa_id, kind, other_id)
);
create index visa_relation_by_other on visa_relation (other_id, kind);
