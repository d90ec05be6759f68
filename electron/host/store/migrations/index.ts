/** In order of version; numbers step by 10 so that a later repair fits between. */
import type { Migration } from '../migrate.ts';
import { init } from './0010-init.ts';
import { ruleCounts } from './0020-rule-counts.ts';

export const migrations: readonly Migration[] = [init, ruleCounts];
