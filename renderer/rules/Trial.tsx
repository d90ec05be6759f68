import { Select } from 'antd';
import type { PackTrial } from '../../shared/api/rule-commands.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { faultText } from '../../shared/rules/own/tell.ts';
import { unwritten } from '../../shared/rules/own/write.ts';
import type { RuleRead } from '../../shared/rules/own/write.ts';
import { errorOf } from '../queries.ts';
import { Severity } from '../ui/Severity.tsx';
import { sentenceOf, useLanguage, useWords } from '../useWords.ts';
import type { Trying } from './useTrial.ts';

type Props = Readonly<{ read: RuleRead; trial: Trying }>;

/** 试用: what the rule finds in a document that is here, and whether its examples hold. */
export function Trial({ read, trial }: Props): React.JSX.Element {
  const { ruleForm } = useWords();
  const language = useLanguage();
  const { result, error, behind } = trial;
  return (
    <aside className="trial" aria-label={ruleForm.trial} aria-busy={behind}>
      <header>
        <h2>{ruleForm.trial}</h2>
        <Places trial={trial} />
      </header>
      <div className="trial-body">
        {error ? <p role="alert">{sentenceOf(errorOf(error), language)}</p> : null}
        {result ? <Result read={read} result={result} trial={trial} /> : <p className="dim">{ruleForm.waiting}</p>}
      </div>
      <p className="trial-state" role="status">
        {behind ? ruleForm.trying : ''}
      </p>
    </aside>
  );
}

function Places({ trial }: Readonly<{ trial: Trying }>): React.JSX.Element {
  const { ruleForm, reader } = useWords();
  const { matters, matter, versions, version, chooseMatter, chooseVersion } = trial;
  if (!matter) return <p className="dim">{ruleForm.noMatters}</p>;
  return (
    <div className="trial-places">
      <Select<string>
        showSearch={{ optionFilterProp: 'label' }}
        value={matter.id}
        aria-label={ruleForm.trialOn}
        options={matters.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        onChange={chooseMatter}
      />
      {versions.length > 1 ? (
        <Select<string>
          value={version?.id ?? null}
          aria-label={ruleForm.trialVersion}
          options={versions.map(({ id, ordinal, purpose }) => ({ value: id, label: reader.version(ordinal, purpose) }))}
          onChange={chooseVersion}
        />
      ) : null}
    </div>
  );
}

function Result({ read, result, trial }: Props & Readonly<{ result: PackTrial }>): React.JSX.Element {
  const words = useWords();
  const { ruleForm } = words;
  const language = useLanguage();
  if (result.outcome !== 'read') return <p>{language === 'zh' ? result.message : result.english}</p>;
  const broken = result.faults.filter(({ kind }) => kind === 'pattern' || kind === 'bound');
  const standing =
    result.rules.length > 0 || result.faults.some(({ kind }) => kind.startsWith('hit') || kind.startsWith('near'));
  const written = read.kind === 'not-yaml' ? {} : read.written;
  const rule = typeof written['title'] === 'string' ? written['title'] : ruleForm.newTitle;
  if (broken.length > 0) {
    return (
      <ul className="trial-broken">
        {broken.map((fault) => (
          <li key={fault.message}>{faultText({ ...fault, rule }, words)}</li>
        ))}
      </ul>
    );
  }
  if (!standing) return <p className="dim">{ruleForm.waiting}</p>;
  const kinds = written['kinds'];
  const applies = !trial.matter || !Array.isArray(kinds) || kinds.includes(trial.matter.kind);
  return (
    <>
      <Examples result={result} hits={textsOf(written['hits'])} nearMisses={textsOf(written['nearMisses'])} />
      {trial.matter ? (
        <h3>
          {applies
            ? result.findings.length > 0
              ? ruleForm.found(result.findings.length)
              : ruleForm.foundNone
            : ruleForm.otherKind}
        </h3>
      ) : null}
      <Found findings={result.findings} />
    </>
  );
}

type ExamplesProps = Readonly<{ result: PackTrial; hits: readonly string[]; nearMisses: readonly string[] }>;

function Examples({ result, hits, nearMisses }: ExamplesProps): React.JSX.Element | null {
  const { ruleForm } = useWords();
  const failed = new Set(result.faults.flatMap((fault) => ('text' in fault ? [`${fault.kind} ${fault.text}`] : [])));
  const lines = [
    ...hits.map((text) => ({ of: 'hit' as const, text, fails: failed.has(`hit-missed ${text}`) })),
    ...nearMisses.map((text) => ({ of: 'near-miss' as const, text, fails: failed.has(`near-miss-found ${text}`) })),
  ].filter(({ text }) => text !== unwritten);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{ruleForm.examples}</h3>
      <ul className="trial-examples">
        {lines.map(({ of, text, fails }) => (
          <li key={`${of} ${text}`} className={fails ? 'is-failed' : 'is-held'}>
            <span className="trial-verdict">
              {fails ? '✗' : '✓'} {fails ? ruleForm.fails[of] : ruleForm.holds}
            </span>
            <span className="clip" title={text}>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** More than this is no preview any more. */
const mostShown = 50;

function Found({ findings }: Readonly<{ findings: readonly Finding[] }>): React.JSX.Element {
  const { ruleForm, reader } = useWords();
  return (
    <>
      <ul className="trial-found" aria-label={ruleForm.trial}>
        {findings.slice(0, mostShown).map((finding) => (
          <li key={finding.fingerprint} className={`card is-${finding.severity}`}>
            <header>
              <Severity level={finding.severity}>{finding.title}</Severity>
              <span className="card-place">{finding.at === null ? reader.wholeDocument : finding.clause}</span>
            </header>
            {finding.quote ? <blockquote>{finding.quote}</blockquote> : null}
            <p>{finding.message}</p>
          </li>
        ))}
      </ul>
      {findings.length > mostShown ? <p className="dim">{ruleForm.more(findings.length - mostShown)}</p> : null}
    </>
  );
}

/** The texts of examples as they are written. */
function textsOf(examples: unknown): readonly string[] {
  if (!Array.isArray(examples)) return [];
  return examples.flatMap((example: unknown) => {
    if (typeof example === 'string') return [example];
    const text = typeof example === 'object' && example !== null && 'text' in example ? example.text : null;
    return typeof text === 'string' ? [text] : [];
  });
}
