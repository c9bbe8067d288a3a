update api_token set id = gen_random_uuid()::text where id is null;
alter table api_token alter column id set not null;
alter table api_token add constraint api_token_id unique (id);
