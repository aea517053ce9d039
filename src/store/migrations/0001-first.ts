/** Everything the first release remembers. Partial indexes carry the promises of the job table. */
export const first = `
create table pulse (
  id integer not null primary key,
  at bigint not null
);

create table deliveries (
  id text not null primary key,
  event text not null,
  payload text,
  received_at bigint not null
);
create index deliveries_with_payload on deliveries (received_at) where payload is not null;

create table jobs (
  id {identity},
  kind text not null,
  key text,
  lane text not null,
  payload text not null,
  state text not null,
  priority integer not null,
  run_at bigint not null,
  attempts integer not null,
  max_attempts integer not null,
  lease_token text,
  lease_until bigint,
  last_error text,
  told integer not null,
  created_at bigint not null,
  ended_at bigint
);
create unique index jobs_one_queued_per_key on jobs (key) where state = 'queued' and key is not null;
create unique index jobs_one_running_per_key on jobs (key) where state = 'running' and key is not null;
create unique index jobs_one_running_per_lane on jobs (lane) where state = 'running';
create index jobs_ready on jobs (priority desc, run_at, id) where state = 'queued';
create index jobs_leased on jobs (lease_until) where state = 'running';
create index jobs_dead_untold on jobs (id) where state = 'dead' and told = 0;
create index jobs_finished on jobs (ended_at) where state in ('done', 'dead', 'superseded');

create table repositories (
  id bigint not null primary key,
  installation bigint not null,
  name text not null,
  private integer not null,
  default_branch text not null
);
create index repositories_of_installation on repositories (installation);

create table facts (
  installation bigint not null,
  version text not null,
  blob text not null,
  body {bytes} not null,
  primary key (installation, version, blob)
);

create table reviews (
  id {identity},
  repository_id bigint not null,
  number integer not null,
  head text not null,
  key text not null,
  review {bytes} not null,
  stored_at bigint not null,
  unique (repository_id, number, key)
);

create table publications (
  repository_id bigint not null,
  number integer not null,
  key text not null,
  remote_id text,
  digest text not null,
  primary key (repository_id, number, key)
);
`
