-- Who proposed and who approved stand in columns of their own, so that the database refuses a decision of one person as well.
-- Rows of before have them in their content alone.
alter table proposal add column proposer varchar(300);
alter table proposal add column approver varchar(300);
alter table proposal add constraint proposal_by_two check (
    approver is null or proposer is not null and approver <> proposer);
-- A mail asks whether an entry gave notice of a vulnerability.
create index vulnerability_notice_by_position on vulnerability_notice (position);
