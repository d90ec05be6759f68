import type { Migration } from '../migrate.ts';

/** How often each rule was shown, adopted and dismissed, and dismissals that reach further than their place. */
export const ruleCounts: Migration = {
  version: 20,
  statements: [
    `alter table marks add column rule text not null default ''`,
    `alter table marks add column silenced integer not null default 0`,
    `alter table decisions add column rule text not null default ''`,
    `alter table decisions add column reason text`,
    `create table suppressions (
       matter text not null references matters (id),
       finding text not null,
       scope text not null,
       rule text not null,
       counterparty text not null,
       until text,
       reason text not null,
       note text not null,
       made_by text not null,
       made_at text not null,
       primary key (matter, finding)
     ) strict, without rowid`,
    // No dismissal reached further before this version, so suppressions begin empty; what was decided
    // is read from the events again.
    `update decisions set
       rule = coalesce((
         select case kind when 'finding-adopted' then json_extract(payload, '$.item.rule') else json_extract(payload, '$.rule') end
         from events
         where events.matter = decisions.matter and kind in ('finding-adopted', 'finding-dismissed')
           and json_extract(payload, '$.finding') = decisions.finding
         order by seq desc limit 1
       ), ''),
       reason = case kind when 'dismissed' then (
         select json_extract(payload, '$.reason') from events
         where events.matter = decisions.matter and events.kind = 'finding-dismissed'
           and json_extract(payload, '$.finding') = decisions.finding
         order by seq desc limit 1
       ) end`,
  ],
};
