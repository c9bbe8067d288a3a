-- What was decided stays as it was decided; PostgreSQL has the same in SQL.
create trigger proposal_decided before update on proposal
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.DecidedStays';
