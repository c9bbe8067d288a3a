-- What was decided stays as it was decided; PostgreSQL has the same in SQL.
create trigger proposal_decided before update on proposal
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.DecidedStays';
-- New columns copy the table, and the trigger of before would go on by the name of the copy.
drop trigger proposal_by_order;
create trigger proposal_by_order before delete on proposal
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.ErasedByOrder';
