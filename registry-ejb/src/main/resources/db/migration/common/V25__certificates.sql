-- What each certificate says, as it was issued; and the packages that went to the European agency.
create table certificate (
    visa_id     char(36)                    not null primary key,
    content     varchar(200000)             not null,
    sha256      char(64)                    not null, -- of the canonical content
    recorded_at timestamp(3) with time zone not null,
    position    bigint                      not null references journal (position)
);
create table agency_package (
    position    bigint                      not null primary key references journal (position),
    dossier_id  char(36)                    not null,
    sha256      char(64)                    not null,
    recorded_at timestamp(3) with time zone not null
);
create index agency_package_by_dossier on agency_package (dossier_id, position);
