import { plural, t } from '@lingui/core/macro';
import type { TaskA } from '../../core/catalogue';
import { fixed, grouped, setPercent } from '../../core/figures';
import { cutFindings, type CutsResult } from '../../core/why/cuts';
import {
  lowLevelHelps,
  moreData,
  muchMore,
  sameKind,
  sureEnough,
  type Asked,
  type Met,
} from '../../core/why/practical';
import { changeWords, inPoints, told } from '../inside/estimateWords';
import { advantage, type WaysResult } from '../../core/why/ways';

/** One of the three conditions, with what was found here. */
export interface ConditionWords {
  readonly title: string;
  readonly met: Met;
  readonly evidence: string;
}

export interface Evidence {
  readonly asked: Asked;
  readonly taskA: TaskA | null;
  /** Training pictures of task B. */
  readonly own: number;
  readonly cuts: CutsResult | null;
  readonly ways: WaysResult | null;
}

export const conditions = (evidence: Evidence): readonly ConditionWords[] => [
  kind(evidence),
  data(evidence),
  lowLevel(evidence),
];

function kind({ asked }: Evidence): ConditionWords {
  const title = t`Both tasks have the same kind of input`;
  if (asked.phase !== 'done')
    return { title, met: 'not measured', evidence: t`Ask the base what it sees in some of the pictures.` };
  const { recognised } = asked;
  if (!recognised)
    return { title, met: 'not measured', evidence: t`This base has no answers of its own that could be asked for.` };
  const { looked, known, commonest, isClassifier } = recognised;
  const names = commonest.map(({ name, pictures }) => `${name} (${pictures})`).join(', ');
  return {
    title,
    met: sameKind(recognised),
    evidence:
      known === 0
        ? t`In none of ${looked} pictures does it recognise anything that it was trained on. Its features may serve all the same: see the results.`
        : [
            t`In ${known} of ${looked} pictures it takes something for one of its own kinds: ${names}. If that is right, it knows such pictures; if not, its features may serve all the same.`,
            ...(isClassifier ? [countsFrom(setPercent(sureEnough))] : []),
          ].join(' '),
  };
}

const countsFrom = (probability: string) => t`Its answer counts from a probability of ${probability} on.`;

function data({ taskA, own }: Evidence): ConditionWords {
  const title = t`Much more data for A than for B`;
  const { met, factor } = moreData(taskA, own);
  if (taskA === null || factor === null)
    return {
      title,
      met,
      evidence:
        taskA === null ? t`What this base was trained on is not known here.` : t`There are no training pictures yet.`,
    };
  const known = taskA.words;
  const times = factor >= 1 ? grouped(Math.floor(factor)) : fixed(factor, 1);
  return {
    title,
    met,
    evidence: t`Task A: ${known}. Task B: ${plural(own, { one: '# training picture', other: '# training pictures' })}. ${times} times as many; ${muchMore} times counts as much more.`,
  };
}

function lowLevel({ cuts }: Evidence): ConditionWords {
  const title = t`Low-level features of A help B`;
  const early = (cuts && cutFindings(cuts)?.early) ?? null;
  if (!early)
    return {
      title,
      met: 'not measured',
      evidence: t`Train a head on every block, above: an early one is then compared with bare pixels.`,
    };
  const [block, change] = [early.point.block + 1, changeWords(early.overPixels, inPoints)];
  return {
    title,
    met: lowLevelHelps(early.overPixels),
    evidence: t`Block ${block}, early in the base, against bare pixels: ${change} in validation accuracy.`,
  };
}

/** Whether it pays in the end is no condition: it is what was measured. */
export function outcomeWords({ ways }: Pick<Evidence, 'ways'>): string {
  const gain = ways && advantage(ways, 'scratch');
  if (!gain) return t`Whether it pays here is not measured yet: run the four ways, above.`;
  const all = told(gain);
  const change = changeWords(gain, inPoints);
  switch (all) {
    case 'above':
      return t`And it pays here: transfer minus learning from scratch is ${change}.`;
    case 'below':
      return t`But it does not pay here: transfer minus learning from scratch is ${change}.`;
    case 'cannot tell':
    case 'identical':
    case 'one seed':
    case 'no value':
      return t`Whether it pays here cannot be told: transfer minus learning from scratch is ${change}.`;
    default:
      return all satisfies never;
  }
}

export const metWords: Readonly<Record<Met, string>> = {
  yes: t`holds`,
  judge: t`yours to judge`,
  no: t`does not hold`,
  'cannot tell': t`cannot tell`,
  'not measured': t`not measured yet`,
};
