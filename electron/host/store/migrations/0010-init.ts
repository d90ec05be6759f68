import type { Migration } from '../migrate.ts';

/** Events are truth and cannot be changed; all else is derived from them, or a cache. */
export const init: Migration = {
  version: 10,
  statements: [
    `create table events (
       seq integer primary key,
       id text not null unique,
       origin text not null,
       at text not null,
       actor text not null,
       matter text,
       kind text not null,
       after text not null,
       payload text not null,
       hash text not null unique
     ) strict`,
    `create index events_of_matter on events (matter, seq)`,
    `create trigger events_stay before update on events
       begin select raise(abort, 'events cannot be changed'); end`,
    `create trigger events_remain before delete on events
       begin select raise(abort, 'events cannot be removed'); end`,
    `create table settings (key text primary key, value text not null) strict, without rowid`,
    `create table matters (
       id text primary key,
       number text not null unique,
       title text not null,
       kind text not null,
       sub_kind text not null,
       unit text not null,
       counterparty text not null,
       amount_fen integer,
       urgent integer not null,
       opened_at text not null,
       reviewer text not null,
       sample integer not null,
       version integer not null,
       items integer not null,
       exports integer not null
     ) strict, without rowid`,
    `create table files (
       matter text not null references matters (id),
       version text not null,
       position integer not null,
       sha256 text not null,
       name text not null,
       format text not null,
       role text not null,
       primary key (matter, version, position)
     ) strict, without rowid`,
    `create index files_by_hash on files (sha256)`,
    `create table decisions (
       matter text not null references matters (id),
       finding text not null,
       kind text not null,
       primary key (matter, finding)
     ) strict, without rowid`,
    `create table marks (
       matter text not null references matters (id),
       finding text not null,
       severity text not null,
       primary key (matter, finding)
     ) strict, without rowid`,
  ],
};
