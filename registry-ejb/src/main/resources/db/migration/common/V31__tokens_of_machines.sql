-- What a token is for, until when, and when it was last used. Without a list of acts it lets in for all that its account may.
alter table api_token add column id char(36);
alter table api_token add column label varchar(100) default '-' not null;
alter table api_token add column acts varchar(4000);
alter table api_token add column last_used_at timestamp(3) with time zone;
create index api_token_by_account on api_token (account_id, created_at);
