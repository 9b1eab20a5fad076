import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { decimal } from '../../core/figures';
import { measuredSeeds } from '../../core/presets';
import { measuredSets } from '../../core/why/measuredSets';
import { Word } from '../../ui/words/Word';
import { expected } from './expected';

/** A question of the worksheet, with its answer for the key. */
export interface Question {
  readonly id: string;
  /** The shortest plan that asks it; `home`: neither has time for it. */
  readonly plan: 45 | 90 | 'home';
  readonly question: ReactNode;
  /** Boxes to tick. */
  readonly options?: readonly string[];
  /** Lines to write on. */
  readonly lines: number;
  readonly answer: ReactNode;
}

const right = expected('no-need');
const wrong = expected('wrong-labels');
const tooMuch = expected('too-much');
const few = expected('few-pictures');
/** The head of the built-in set-ups. */
const units = 32;
const rate = 0.5;

/** In the order of both lesson plans. */
export const questions = (): readonly Question[] => [
  {
    id: 'new-drawings',
    plan: 45,
    question: (
      <Trans>
        A network that has learned to name things in photos is kept as it is. A small <Word of="head">head</Word> on top
        learns animals, food and vehicles from 216 drawings. How often will it be right on other drawings? Predict
        first, then see run A.
      </Trans>
    ),
    options: [
      t`Fewer than four times in ten: hardly more often than by guessing`,
      t`Four to seven times in ten`,
      t`Seven to nine times in ten`,
      t`More than nine times in ten`,
    ],
    lines: 2,
    answer: (
      <Trans>
        Seven to nine times in ten: {right.validation[0]} without and {right.validation[1]} with dropout.{' '}
        <Word of="chance">Guessing</Word> is right for 33.3 %. Dropout changes {right.difference}: zero is inside, so
        this experiment cannot tell whether it helps here.
      </Trans>
    ),
  },
  {
    id: 'wrong-labels',
    plan: 45,
    question: (
      <Trans>
        Now three in ten training labels are wrong. Which side will be better on validation pictures, whose labels are
        right? Predict first, with a number of points, then see run B. Why is 100 % on the training pictures bad news
        here?
      </Trans>
    ),
    options: [t`Without dropout`, t`With dropout`, t`No difference that can be seen`],
    lines: 3,
    answer: (
      <Trans>
        With dropout: {wrong.validation[1]} against {wrong.validation[0]}, {wrong.difference}. Who answers all training
        pictures as their labels say has learned the wrong labels by heart too:{' '}
        <Word of="over-fitting">over-fitting</Word>. The gap is {wrong.gap[0]} points without and {wrong.gap[1]} with
        dropout.
      </Trans>
    ),
  },
  {
    id: 'masks',
    plan: 45,
    question: (
      <Trans>
        The <Word of="hidden-layer">hidden layer</Word> has {units} units, the dropout rate is {decimal(rate)}. How many
        units are off at one step, for one picture? When the head answers a new picture, how many are off? By what are
        the <Word of="activation">activations</Word> of those that stay on multiplied, and why?
      </Trans>
    ),
    lines: 3,
    answer: (
      <Trans>
        {units * rate} on average, for each picture others. When it answers: none. Those that stay on are multiplied by{' '}
        {1 / (1 - rate)}, which is 1 / (1 − rate), so that the sum that the next layer gets is the same on average as
        without dropout. Checked with the look inside: <em>Predict with all</em>.
      </Trans>
    ),
  },
  {
    id: 'too-much',
    plan: 45,
    question: (
      <Trans>
        All labels are right again, and nine units in ten are dropped. What becomes of the training accuracy, and what
        of the validation accuracy? Predict first, then see run C.
      </Trans>
    ),
    lines: 2,
    answer: (
      <Trans>
        Both fall: training to {tooMuch.training[1]}, validation to {tooMuch.validation[1]} (without dropout{' '}
        {tooMuch.training[0]} and {tooMuch.validation[0]}); {tooMuch.difference}. It learns too little:{' '}
        <Word of="under-fitting">under-fitting</Word>.
      </Trans>
    ),
  },
  {
    id: 'few-pictures',
    plan: 90,
    question: (
      <Trans>
        Only ten pictures of each class are learned from. Does dropout stand in for the missing pictures? Say what you
        look at to decide.
      </Trans>
    ),
    options: [t`Yes`, t`Partly`, t`No`],
    lines: 2,
    answer: (
      <Trans>
        Hardly. With {measuredSeeds} seeds: {few.difference}. It is there, but with five seeds the interval is about{' '}
        {few.halfWith(5)} points, so that an effect of this size is too small to see in class; “cannot tell” is then the
        right answer. The gap stays wide: {few.gap[0]} and {few.gap[1]} points. The loss falls from {few.loss[0]} to{' '}
        {few.loss[1]}.
      </Trans>
    ),
  },
  {
    id: 'what-to-see',
    plan: 45,
    question: (
      <Trans>
        Somebody says: “Dropout helps, I ran it once and it was 3 points better.” What would you have to see before you
        say so?
      </Trans>
    ),
    lines: 3,
    answer: (
      <Trans>
        The same comparison with several <Word of="seed">seeds</Word>, both sides from the same{' '}
        <Word of="initial-weights">initial weights</Word> and with the same pictures, and an interval of the difference
        that does not include zero. Single runs scatter: with five seeds the interval of run A is still about{' '}
        {right.halfWith(5)} points, so that 3 points of one run say nothing. And with the same rate on both sides, an{' '}
        <Word of="a-a-test">A/A test</Word>, the difference has to be exactly zero.
      </Trans>
    ),
  },
  {
    id: 'where-transfer-stops',
    plan: 90,
    question: (
      <Trans>
        Two other sets: how many dots there are (3, 5 or 7), and whether their number is odd or even. For which of them
        will the base help, and why?
      </Trans>
    ),
    options: [t`For both`, t`For counting only`, t`For odd or even only`, t`For neither`],
    lines: 2,
    answer: (
      <>
        <Trans>For counting only.</Trans> {measuredSets['counting-dots']}{' '}
        <Trans>
          Many small spots look unlike a few large ones, and the base’s <Word of="convolution">convolutions</Word>{' '}
          respond to that. Odd or even turns round with every dot:
        </Trans>{' '}
        {measuredSets['odd-or-even']}
      </>
    ),
  },
  {
    id: 'regularisation',
    plan: 'home',
    question: (
      <Trans>
        Dropout is one kind of <Word of="regularisation">regularisation</Word>. In one sentence: what does all
        regularisation have in common?
      </Trans>
    ),
    lines: 2,
    answer: (
      <Trans>
        It makes learning the training pictures by heart harder, so that the network does better on others, where there
        was something that should not be learned; where there was none, it gains nothing or costs a little.
      </Trans>
    ),
  },
];

const tooHigh = decimal(0.9);
const ratesName = t`C Rate ${tooHigh}`;

/** Runs of the table, in the order of the plans. */
export const tableRuns = [
  { id: 'no-need', name: t`A Right labels` },
  { id: 'wrong-labels', name: t`B Wrong labels` },
  { id: 'too-much', name: ratesName },
  { id: 'few-pictures', name: t`D Few pictures` },
] as const;

/** Which plan asks a question, for the worksheet and the key. */
export function planWords(plan: Question['plan']): string {
  switch (plan) {
    case 45:
      return t`45 and 90 minutes`;
    case 90:
      return t`90 minutes`;
    case 'home':
      return t`At home`;
    default:
      return plan satisfies never;
  }
}
