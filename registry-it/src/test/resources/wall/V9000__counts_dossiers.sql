-- A later migration that looks at rows, in a test.
create table counted as select count(*) as dossiers from dossier;
