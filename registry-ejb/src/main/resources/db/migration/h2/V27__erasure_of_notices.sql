-- What somebody was told of a dossier, or asked to do about it, goes with the dossier, and only behind its order.
drop trigger notice_append_only;
create trigger notice_append_only before update on notice
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
create trigger notice_by_order before delete on notice
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
create trigger task_by_order before delete on task
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
