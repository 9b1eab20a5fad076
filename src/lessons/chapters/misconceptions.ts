import { t } from '@lingui/core/macro';
import { nats } from '../../core/figures';
import { claimOf } from '../claim';
import { lossChangeWords, lossWords, pointsWords, shareWords } from '../figureWords';
import type { Lesson } from '../lesson';
import { above, deleted, epochs, locked, noNeed, sure, tooMuch, undecided } from './misconceptionSetUps';

export const misconceptions: Lesson = {
  id: 'misconceptions',
  title: t`Six misconceptions`,
  lead: t`Things that are often said, and an experiment for each of them.`,
  parts: [
    { kind: 'heading', text: t`“Validation above training must be a bug”` },
    {
      kind: 'text',
      text: t`It is tempting, because who learns from pictures should know them better than others. But the two figures must also be of the same questions. Lesson “Reading the curves” has one reason why they are not; here is another.`,
    },
    { kind: 'set-up', setUp: above },
    {
      kind: 'claim',
      claim: claimOf('misconceptions-above', ['training/with', 'validation/with', 'gap/with'], (...found) => {
        const [seen, unseen] = found.map(shareWords);
        const gap = found.map(pointsWords)[2];
        return t`With dropout, training accuracy was ${seen ?? ''} and validation accuracy ${unseen ?? ''}: a gap of ${gap ?? ''}.`;
      }),
    },
    { kind: 'text', text: t`Right is: look at what is scored, on which labels, and when, before you call it a bug.` },
    { kind: 'heading', text: t`“Dropout deletes neurons”` },
    { kind: 'text', text: t`It is tempting, because pictures of dropout show neurons crossed out.` },
    { kind: 'set-up', setUp: deleted },
    {
      kind: 'claim',
      claim: claimOf(
        'misconceptions-deleted',
        ['seen/with', 'training/with', 'restored/with'],
        (seen, training, difference) => {
          const [masked, all] = [shareWords(seen), shareWords(training)];
          const restored = pointsWords(difference);
          return t`Training pictures were answered rightly in ${masked} of the cases with masks, and in ${all} with all neurons: ${restored}.`;
        },
      ),
    },
    {
      kind: 'text',
      text: t`Right is: a <0>mask</0> holds for one step and one picture. The trained network has all its neurons.`,
      terms: ['mask'],
    },
    { kind: 'heading', text: t`“Dropout always helps”` },
    { kind: 'text', text: t`It is tempting, because it is shown where it does.` },
    { kind: 'set-up', setUp: tooMuch },
    { kind: 'set-up', setUp: noNeed },
    {
      kind: 'claim',
      claim: claimOf('misconceptions-too-much', ['validation/change', 'training/with'], (change, training) => {
        const [points, share] = [pointsWords(change), shareWords(training)];
        return t`At nine in ten, dropout changed validation accuracy by ${points}; training accuracy was only ${share}.`;
      }),
    },
    {
      kind: 'claim',
      claim: claimOf('misconceptions-no-need', ['validation/change', 'loss/change'], (change, loss) => {
        const [points, nats] = [pointsWords(change), lossChangeWords(loss)];
        return t`At one half with right labels it changed accuracy by ${points}, and the validation loss by ${nats}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Right is: it helps as far as there is something that should not be learned. Too much of it is <0>under-fitting</0>.`,
      terms: ['under-fitting'],
    },
    { kind: 'heading', text: t`“More epochs are better”` },
    { kind: 'text', text: t`It is tempting, because the training curve rises and stays up.` },
    { kind: 'set-up', setUp: epochs },
    {
      kind: 'claim',
      claim: claimOf('misconceptions-epochs', ['loss/without', 'rise/without', 'rise/with'], (...found) => {
        const loss = found.map(lossWords)[0];
        const [without, withDropout] = found.map(lossChangeWords).slice(1);
        return t`Without dropout the validation loss ended at ${loss ?? ''}, changed since its lowest epoch by ${without ?? ''}; with dropout by ${withDropout ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Right is: enough epochs to learn, and none to learn by heart. <0>Early stopping</0> ends at the turn.`,
      terms: ['early-stopping'],
    },
    { kind: 'heading', text: t`“One hundred per cent sure means known”` },
    { kind: 'text', text: t`It is tempting, because a person who says so mostly knows.` },
    { kind: 'set-up', setUp: sure },
    {
      kind: 'claim',
      claim: claimOf('misconceptions-sure', ['validation/without', 'loss/without'], (validation, loss) => {
        const [share, end, third] = [shareWords(validation), lossWords(loss), nats(undecided)];
        return t`After three pictures, validation accuracy was ${share}, and the validation loss ${end}. One third each time has ${third}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Right is: <0>softmax</0> shares out one hundred per cent among the classes, whatever the picture is.`,
      terms: ['softmax'],
    },
    { kind: 'heading', text: t`“Validation is the same as test”` },
    {
      kind: 'text',
      text: t`It is tempting, because the head learns from neither. But you do: whoever tries many settings and keeps the best one has chosen it by these very pictures, luck included.`,
    },
    { kind: 'set-up', setUp: locked },
    {
      kind: 'text',
      text: t`Be prepared to see little: with so few pictures the <0>test set</0> and validation are seldom told apart, and the page then says so. Right is: choose by validation, report the test, and open it once. Opened again and again, it becomes validation.`,
      terms: ['test'],
    },
  ],
  checks: [
    {
      id: 'misconceptions-report',
      question: t`You tried forty settings and took the one with the highest validation accuracy. What do you report?`,
      options: [
        {
          id: 'validation',
          text: t`Its validation accuracy`,
          isRight: false,
          why: t`It was the highest of forty, partly by luck. New pictures do not share that luck.`,
        },
        {
          id: 'test',
          text: t`Its accuracy on a test set that was opened once, after the choice`,
          isRight: true,
          why: t`Those pictures had no part in the choice, so that its luck is not in the figure.`,
        },
        {
          id: 'best-test',
          text: t`The best test accuracy of all forty`,
          isRight: false,
          why: t`Then the test set has chosen, and is a validation set under another name.`,
        },
      ],
    },
    {
      id: 'misconceptions-common',
      question: t`What do the six have in common?`,
      options: [
        {
          id: 'wrong',
          text: t`They are never true`,
          isRight: false,
          why: t`Most hold sometimes: a leak is a bug, dropout often helps, and the first epochs are all better than none.`,
        },
        {
          id: 'measured',
          text: t`Each can be decided by an experiment`,
          isRight: true,
          why: t`What is often true is taken for always true. One set-up where it is not settles that.`,
        },
        {
          id: 'dropout',
          text: t`They are about dropout`,
          isRight: false,
          why: t`Two of them are. The others are met with any network.`,
        },
      ],
    },
  ],
};
