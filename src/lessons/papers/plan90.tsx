import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { measuredSets } from '../../core/why/measuredSets';
import { Word } from '../../ui/words/Word';
import type { ClassLinkId } from './classLinks';
import { expected } from './expected';
import { plan45 } from './plan45';
import type { PlanStep } from './PlanView';

export const plan90Links: readonly ClassLinkId[] = [
  'worksheet',
  'present',
  'builtIn',
  'rightLabels',
  'wrongLabels',
  'stations',
  'tooMuch',
  'fewPictures',
  'dots',
  'oddOrEven',
  'misconceptions',
  'lessons',
  'answers',
  'prepare',
  'privacy',
];

const few = expected('few-pictures');

/** Two lessons: the first as in 45 minutes without its end, then pictures of one's own and the limits of transfer. */
export function plan90(): readonly PlanStep[] {
  const first = plan45().filter(({ to }) => to <= 38);
  return [
    ...first,
    {
      from: 38,
      to: 44,
      title: t`Run D: what dropout cannot do`,
      opens: ['fewPictures'],
      who: t`The projector, or every group as before.`,
      does: (
        <Trans>
          Ten pictures of each class, all labels right. Ask first: does dropout stand in for pictures that are missing?
          Open the link, wait for the answers, then press <em>Train</em>.
        </Trans>
      ),
      predicts: <Trans>Question 5: yes, partly, or no?</Trans>,
      expects: (
        <Trans>
          Hardly: validation {few.validation[0]} without and {few.validation[1]} with dropout, {few.difference}. With
          the five seeds of a class’s run the interval is about {few.halfWith(5)} points, so that an effect of this size
          is too small to see; expect “cannot tell”. The gap stays at {few.gap[0]} and {few.gap[1]} points.
        </Trans>
      ),
    },
    {
      from: 44,
      to: 62,
      title: t`Pictures of your own, in groups of three`,
      opens: ['stations'],
      does: (
        <Trans>
          Each group takes two classes of things that lie about, such as pens and scissors, and collects 15 pictures of
          each at station 1: <em>Camera</em> on a class card, or files. A recording is a <Word of="group">group</Word>:
          its frames stay on one side, or the score would <Word of="leak">leak</Word>. One group collects all pens on a
          dark table and all scissors on a light one, and does not tell. Press <em>Train</em>.
        </Trans>
      ),
      says: <Trans>“What could it learn instead of the difference between pens and scissors?”</Trans>,
    },
    {
      from: 62,
      to: 72,
      title: t`Find the mistakes, and the shortcut`,
      opens: ['stations'],
      does: (
        <Trans>
          Station 8: who is taken for whom? Open a cell of the <Word of="confusion">table</Word> and look at the
          pictures. Station 7: hold a pen over the light table, then switch on <em>Where it looks</em>. The{' '}
          <Word of="activation-map">activation map</Word> shows whether the head uses the thing or the table: a{' '}
          <Word of="shortcut">shortcut</Word>.
        </Trans>
      ),
      expects: (
        <Trans>
          The group with the two tables may have the best score in the room and fail on the swapped table. Whether it
          does so depends on the pictures: we have no measured figure for it.
        </Trans>
      ),
    },
    {
      from: 72,
      to: 83,
      title: t`Where transfer stops helping`,
      opens: ['dots', 'oddOrEven'],
      who: t`Half of the groups one set, half the other; with one computer, the projector both in turn.`,
      does: (
        <Trans>
          Two sets that are far from what the <Word of="base">base</Word> has learned. Half of the class opens one, half
          the other; both compare with bare pixels, the second also with a network trained{' '}
          <Word of="from-scratch">from scratch</Word>.
        </Trans>
      ),
      predicts: <Trans>Question 7: for which of the two does the base help?</Trans>,
      expects: (
        <>
          <Trans>Counting dots.</Trans> {measuredSets['counting-dots']} <Trans>Odd or even.</Trans>{' '}
          {measuredSets['odd-or-even']}
        </>
      ),
    },
    {
      from: 83,
      to: 90,
      title: t`Close`,
      opens: ['misconceptions', 'lessons', 'answers'],
      does: (
        <Trans>
          Question 6, then read the six misconceptions aloud: hands up for true. Question 8 is for at home. Who wants to
          go on finds the lessons under <em>Learn and teach</em>.
        </Trans>
      ),
    },
  ];
}
