import { t } from '@lingui/core/macro';
import { claimOf, measuredOf } from '../claim';
import { lossChangeWords, lossWords, pointsWords, shareWords, wordsOf } from '../figureWords';
import type { Found } from '../found';
import type { Lesson, SetUp } from '../lesson';
import { besideMeasured, byLevel, bySize } from '../outcomeBy';

const wrong: SetUp = {
  id: 'by-heart-wrong',
  title: t`Wrong labels`,
  about: t`Three in ten training labels are made wrong on purpose: a cake is called a vehicle. The validation labels stay right. Look at the side without dropout.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0.3, epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`The training curve without dropout: where does it end?`,
    t`The validation curve below it, and how far apart the two come.`,
    t`The validation loss: it falls for a few epochs, then it turns.`,
  ],
  onOwn: true,
  prediction: {
    question: t`Without dropout, how many of its training labels will the head give back in the end?`,
    options: [
      {
        id: 'right-ones',
        text: t`About seven in ten (six to eight): as many as are right`,
        because: t`It gives back about as many as it would if it had found what the right labels have in common and left the wrong ones aside.`,
      },
      {
        id: 'some',
        text: t`More than eight in ten, but not nearly all`,
        because: t`That is more than there are right ones, so that some wrong ones are among them: these it has learned by heart.`,
      },
      {
        id: 'all',
        text: t`Nearly all (more than nineteen in twenty), the wrong ones too`,
        because: t`Nothing that cakes have in common makes one of them a vehicle, so it has learned that picture by heart.`,
      },
      {
        id: 'half',
        text: t`Fewer than six in ten`,
        because: t`It has learned too little even of its own pictures: that is under-fitting.`,
      },
    ],
    outcome: bySize(
      'training/without',
      [
        [0.6, 'half'],
        [0.8, 'right-ones'],
        [0.95, 'some'],
      ],
      'all',
    ),
    words: (found: Found) => {
      const training = wordsOf(found, 'training/without', shareWords);
      const validation = wordsOf(found, 'validation/without', shareWords);
      const rise = wordsOf(found, 'rise/without', lossChangeWords);
      return t`Without dropout in this run: training accuracy on the labels given ${training}, validation accuracy on right labels ${validation}; since its lowest epoch the validation loss has changed by ${rise}.`;
    },
  },
};

const besideWrong = besideMeasured('gap/without', measuredOf('by-heart-wrong', 'gap/without'), {
  above: 'wider',
  below: 'smaller',
});

const right: SetUp = {
  id: 'by-heart-right',
  title: t`The same with right labels`,
  about: t`No label is wrong now. All else is the same.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`Whether the two curves without dropout meet now.`,
    t`That the validation loss still turns upwards, only less: the head becomes too sure of itself.`,
  ],
  // What it is compared with was measured on this set.
  onOwn: false,
  prediction: {
    question: t`What becomes of the gap between training and validation accuracy, without dropout?`,
    options: [
      {
        id: 'gone',
        text: t`It is gone, or turned round: the wrong labels were its cause`,
        because: t`The whole interval is below zero: what the head learned in this run holds for new pictures as well.`,
      },
      {
        id: 'smaller',
        text: t`It is smaller, but there`,
        because: t`Wrong labels make over-fitting worse; they are not its only cause. A few hundred pictures leave room for learning by heart.`,
      },
      {
        id: 'wider',
        text: t`It is wider than with wrong labels`,
        because: t`In this run, right labels left more to be learned by heart, which is rare.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told: from none, or from the one with wrong labels`,
        because: t`The interval of the gap has zero in it, or its difference from the one that was measured with wrong labels is not clear of zero: more seeds would be needed.`,
      },
    ],
    outcome: (found) => {
      const ofNone = byLevel('gap/without', 0, 'there', 'gone')(found);
      return ofNone === 'there' ? besideWrong(found) : ofNone;
    },
    words: (found: Found) => {
      const gap = wordsOf(found, 'gap/without', pointsWords);
      const before = pointsWords(measuredOf('by-heart-wrong', 'gap/without'));
      return t`Gap without dropout in this run: ${gap}. With wrong labels it was measured as ${before}.`;
    },
  },
};

export const byHeart: Lesson = {
  id: 'by-heart',
  title: t`When a network learns by heart`,
  lead: t`A network can be right about everything it has seen and still have understood little.`,
  parts: [
    {
      kind: 'text',
      text: t`Somebody who learns the answers of old exams by heart gets full marks in them, and fails in the next one. Networks do the same. It is called <0>over-fitting</0>: what is learned fits the <1>training pictures</1> and not new ones.`,
      terms: ['over-fitting', 'training'],
    },
    {
      kind: 'text',
      text: t`How do we notice? We keep some pictures aside, the <0>validation pictures</0>, and never learn from them. Accuracy on both is drawn after every epoch. The distance between the two curves is the <1>gap</1>.`,
      terms: ['validation', 'gap'],
      show: 'curves',
    },
    {
      kind: 'text',
      text: t`To see learning by heart beyond doubt, this page has a trick: <0>wrong labels</0>. What is wrong at random cannot be understood. Who gives a wrong label back has learned it by heart.`,
      terms: ['wrong-labels'],
    },
    { kind: 'set-up', setUp: wrong },
    {
      kind: 'claim',
      claim: claimOf('by-heart-wrong', ['training/without', 'validation/without', 'gap/without'], (...found) => {
        const [training, validation] = found.map(shareWords);
        const gap = found.map(pointsWords)[2];
        return t`Without dropout the head ended with ${training ?? ''} of its training labels, wrong ones included, and with ${validation ?? ''} on validation pictures: a gap of ${gap ?? ''}.`;
      }),
    },
    {
      kind: 'claim',
      claim: claimOf('by-heart-wrong', ['loss/without', 'rise/without'], (loss, rise) => {
        const [end, since] = [lossWords(loss), lossChangeWords(rise)];
        return t`Its validation loss ended at ${end}; since its lowest epoch it had changed by ${since}.`;
      }),
    },
    {
      kind: 'text',
      text: t`The accuracy curve says how often it is right, the <0>loss</0> also how sure it is. When the validation loss turns upwards while training goes on, the head is sure of more and more wrong answers. It would have been better to stop at the turn: that is <1>early stopping</1>.`,
      terms: ['loss', 'early-stopping'],
    },
    { kind: 'set-up', setUp: right },
    {
      kind: 'claim',
      claim: claimOf('by-heart-right', ['validation/without', 'gap/without'], (validation, gap) => {
        const [share, points] = [shareWords(validation), pointsWords(gap)];
        return t`With right labels, validation accuracy without dropout was ${share}, and the gap ${points}.`;
      }),
    },
  ],
  checks: [
    {
      id: 'by-heart-full-marks',
      question: t`Training accuracy is perfect. What does that say about new pictures?`,
      options: [
        {
          id: 'good',
          text: t`They will be answered perfectly as well`,
          isRight: false,
          why: t`In your run training was near perfect too, wrong labels and all. New pictures were answered far less well.`,
        },
        {
          id: 'nothing',
          text: t`Little: only the validation pictures can say that`,
          isRight: true,
          why: t`What was learned by heart and what was understood look alike on training pictures.`,
        },
        {
          id: 'bad',
          text: t`They will be answered at random`,
          isRight: false,
          why: t`Learning by heart and understanding go together: validation accuracy stayed well above guessing.`,
        },
      ],
    },
    {
      id: 'by-heart-loss',
      question: t`Validation accuracy stays level, and the validation loss rises. How can that be?`,
      options: [
        {
          id: 'bug',
          text: t`One of the two is computed wrongly`,
          isRight: false,
          why: t`They measure different things: accuracy counts right answers, loss also asks how sure each answer was.`,
        },
        {
          id: 'surer',
          text: t`The mistakes are not more, but surer`,
          isRight: true,
          why: t`A wrong answer given with great certainty costs a high loss, and counts as one mistake all the same.`,
        },
        {
          id: 'slow',
          text: t`It needs more epochs`,
          isRight: false,
          why: t`More epochs make it worse: the loss has been rising since the turn.`,
        },
      ],
    },
  ],
};
