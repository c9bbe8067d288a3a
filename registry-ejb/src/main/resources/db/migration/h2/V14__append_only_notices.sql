-- What somebody was told, and which ends are on record, is never rewritten.
create trigger notice_append_only before update, delete on notice
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger visa_end_append_only before update, delete on visa_end
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
