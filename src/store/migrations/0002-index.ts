/**
 * The facts of each repository's default branch after the join, a row a file, found by key: `postings` holds one row for
 * each key of a file. A snapshot is built aside and takes the place of the one before it in one step.
 */
export const index = `
create table snapshots (
  id {identity},
  installation bigint not null,
  repository_id bigint not null,
  version text not null,
  "commit" text not null,
  ready integer not null,
  made_at bigint not null
);
create unique index snapshots_ready on snapshots (repository_id, version) where ready = 1;

create table indexed_files (
  id {identity},
  snapshot bigint not null,
  path text not null,
  body {bytes} not null,
  unique (snapshot, path)
);

create table postings (
  key bigint not null,
  file bigint not null,
  primary key (key, file)
) {keyed};
`
