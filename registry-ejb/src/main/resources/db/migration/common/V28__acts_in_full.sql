-- Entries tell what an act made or changed, not its digest alone: as long as the longest version of a record, and what stands around it.
alter table journal_secret alter column plaintext set data type varchar(1048576);
