import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { decimal } from '../../core/figures';
import { measuredSeeds, presets, presetSample } from '../../core/presets';
import { defaultsFor } from '../../core/samples';
import { Word } from '../../ui/words/Word';
import { classSeeds, type ClassLinkId } from './classLinks';
import { expected } from './expected';
import type { PlanStep } from './PlanView';

export const plan45Links: readonly ClassLinkId[] = [
  'worksheet',
  'present',
  'builtIn',
  'rightLabels',
  'wrongLabels',
  'tooMuch',
  'stations',
  'answers',
  'prepare',
  'privacy',
];

const right = expected('no-need');
const wrong = expected('wrong-labels');
const tooMuch = expected('too-much');
const half = decimal(0.5);
const tooHigh = decimal(0.9);
/** Of every run here. */
const { epochs } = defaultsFor(presetSample);

/** One lesson: what transfer is, what dropout does, and how to tell whether it did anything. */
export const plan45 = (): readonly PlanStep[] => [
  {
    from: 0,
    to: 5,
    title: t`A network that has seen a lot`,
    opens: ['builtIn', 'worksheet'],
    does: (
      <Trans>
        Open the stations with the built-in set at the projector: station 1 shows the drawings. Hand out the worksheet.
        Everybody answers question 1 in writing before anything runs.
      </Trans>
    ),
    says: (
      <Trans>
        “This network has learned to name things in photos. We cut its last layers off, keep the rest as it is, and let
        a small new part learn our three classes from 216 drawings. How often will it be right on drawings that it never
        learned from?”
      </Trans>
    ),
    predicts: <Trans>Question 1: the accuracy on new drawings. Guessing is right one time in three.</Trans>,
  },
  {
    from: 5,
    to: 13,
    title: t`Run A: all labels are right`,
    opens: ['rightLabels'],
    who: t`The projector alone, so that all see the same chart while you name its parts.`,
    does: (
      <Trans>
        The link sets it up and waits; press <em>Train</em> and let it draw. Name what is on the chart: the{' '}
        <Word of="learning-curve">learning curves</Word>, <Word of="training">training</Word> and{' '}
        <Word of="validation">validation</Word>, the shaded <Word of="gap">gap</Word> between them. Left without{' '}
        <Word of="dropout">dropout</Word>, right with it. The class fills in row A of the table.
      </Trans>
    ),
    says: (
      <Trans>
        “The training curve says how well it knows what it has seen. The validation curve says whether it has
        understood. Only the second one counts: that is <Word of="generalise">generalisation</Word>.”
      </Trans>
    ),
    expects: (
      <Trans>
        Validation {right.validation[0]} without and {right.validation[1]} with dropout; training {right.training[0]}{' '}
        and {right.training[1]}. The difference is {right.difference}: zero is inside, so the page says that it cannot
        tell. Far above guessing, and dropout does nothing to accuracy that can be told; the validation loss still
        falls, from {right.loss[0]} to {right.loss[1]}. All of it belongs to the lesson.
      </Trans>
    ),
  },
  {
    from: 13,
    to: 23,
    title: t`Run B: some labels are wrong`,
    opens: ['wrongLabels'],
    who: t`Every group on its own device, where there are some; otherwise the projector.`,
    does: (
      <Trans>
        Say what will be done: three in ten training labels are made wrong on purpose; the validation labels stay right.
        Open the link, which sets it up and waits. Wait for everybody’s prediction, then press <em>Train</em>. While it
        runs, ask who is ahead now, and who was after ten epochs.
      </Trans>
    ),
    says: (
      <Trans>
        “The side without dropout answers every training picture as its label says, the wrong ones too. Has it learned
        well?”
      </Trans>
    ),
    predicts: <Trans>Question 2: which side is better on new drawings, and by how many points?</Trans>,
    expects: (
      <Trans>
        Validation {wrong.validation[0]} without and {wrong.validation[1]} with dropout: {wrong.difference}. The gap is{' '}
        {wrong.gap[0]} points without and {wrong.gap[1]} with. The side without dropout has learned the wrong labels{' '}
        <Word of="over-fitting">by heart</Word>; its validation loss ends at {wrong.loss[0]}, the other one at{' '}
        {wrong.loss[1]}.
      </Trans>
    ),
  },
  {
    from: 23,
    to: 31,
    title: t`How dropout does it`,
    opens: ['stations'],
    does: (
      <Trans>
        Go to station 5, <em>The network, before and after</em>. Press <em>Step</em> four times: forward with the masks,
        loss, backward, update. Then <em>Predict with all</em>. The class answers question 3.
      </Trans>
    ),
    says: (
      <Trans>
        “At each step other units are switched off, for each picture anew. No unit can rely on another one being there.
        Afterwards all of them take part: nothing is dropped when it answers.”
      </Trans>
    ),
    predicts: <Trans>Of 32 hidden units at rate {half}, how many are off at one step, for one picture?</Trans>,
    expects: <Trans>About 16, seldom exactly 16: each is drawn on its own.</Trans>,
  },
  {
    from: 31,
    to: 38,
    title: t`Run C: too much of it`,
    opens: ['tooMuch'],
    who: t`The projector, or every group as before.`,
    does: (
      <Trans>
        Ask question 4, then open the link, with right labels and a dropout rate of {tooHigh}, and press <em>Train</em>.
      </Trans>
    ),
    predicts: <Trans>Question 4: if dropout helps, does more of it help more?</Trans>,
    expects: (
      <Trans>
        No: validation {tooMuch.validation[0]} without and {tooMuch.validation[1]} with dropout, {tooMuch.difference}.
        Even training stays at {tooMuch.training[1]}: <Word of="under-fitting">under-fitting</Word>.
      </Trans>
    ),
  },
  {
    from: 38,
    to: 43,
    title: t`Ask it something new`,
    opens: ['stations'],
    does: (
      <Trans>
        Station 7: somebody shows a drawing or an object to the camera, or a picture file. Read both answers, and the
        warning where the picture is far from all that was learned. Ask for a picture that is none of the three classes.
      </Trans>
    ),
    says: <Trans>“It has no answer ‘none of these’. A high percentage does not mean that it knows.”</Trans>,
  },
  {
    from: 43,
    to: 45,
    title: t`Close`,
    opens: ['answers'],
    does: (
      <Trans>
        Everybody writes one sentence under question 6: what would you have to see before you say that dropout helps? An
        answer worth having names the <Word of="interval">interval</Word> and more than one <Word of="seed">seed</Word>.
      </Trans>
    ),
  },
];

/** What to know about the figures, for both plans. */
export function PlanFigures() {
  const most = Math.max(...presets.map(({ changes: { seeds = classSeeds } }) => seeds));
  return (
    <>
      <p>
        <Trans>
          All runs here take {epochs} epochs, and all figures are those after the last of them. The lessons have set-ups
          of their own, some with other numbers of epochs and seeds, so that their figures differ from these.
        </Trans>
      </p>
      <p>
        <Trans>
          The digits of the presenter’s view open the same experiments with other numbers of seeds, {classSeeds} to{' '}
          {most}: more seeds take longer, and make the intervals narrower.
        </Trans>
      </p>
      <p>
        <Trans>
          The figures are means over {measuredSeeds} seeds, measured in this app with its default base. A class’s run
          has {classSeeds} seeds, so that its intervals are about four times as wide: of run A about{' '}
          {right.halfWith(classSeeds)} points instead of {right.halfWith(measuredSeeds)}, of run B{' '}
          {wrong.halfWith(classSeeds)} instead of {wrong.halfWith(measuredSeeds)}. Expect other digits and the same
          story; where a class gets another verdict, that is what the interval is for.
        </Trans>
      </p>
    </>
  );
}
