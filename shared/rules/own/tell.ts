/** What is wrong with a pack or a rule of it, as one plain sentence. */
import { assertNever } from '../../document/model.ts';
import type { Words } from '../../words/words.ts';
import type { OwnFault, PackRead } from './pack.ts';

type Refused = Exclude<PackRead, { kind: 'read' }>;

export function refusal(read: Refused, { rules }: Words): string {
  switch (read.kind) {
    case 'newer':
      return rules.newer(read.format);
    case 'not-yaml':
      return rules.notYaml(read.line);
    case 'not-a-pack':
      return rules.notAPack(read.path || 'format');
    default:
      return assertNever(read);
  }
}

export function faultText(fault: OwnFault, { rules }: Words): string {
  const { fault: say } = rules;
  switch (fault.kind) {
    case 'shape':
      return say.shape(fault.rule, fault.path);
    case 'pattern':
      return say.pattern(fault.rule, fault.source);
    case 'bound':
      return say.bound(fault.rule, fault.written);
    case 'twice':
      return say.twice(fault.rule);
    case 'hit-missed':
      return say.hitMissed(fault.rule, fault.text);
    case 'near-miss-found':
      return say.nearMissFound(fault.rule, fault.text);
    default:
      return assertNever(fault);
  }
}
