import { t } from '@lingui/core/macro';
import { claimOf } from '../claim';
import { lossWords, pointsWords, shareWords, wordsOf } from '../figureWords';
import { directionOf, type Found } from '../found';
import type { Lesson, SetUp } from '../lesson';

const ahead: SetUp = {
  id: 'curves-ahead',
  title: t`Validation above training`,
  about: t`All labels are right, and the dropout rate is high: seven in ten. Beside our own training curve, switch on “As seen during training” in the charts: it is what Keras would show you.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 40, dropout: 0.7, seeds: 10 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`On the side with dropout: the logged training curve, and the validation curve above it.`,
    t`Our own training curve, measured after the epoch with dropout off: it is above both.`,
    t`On the side without dropout the two training curves nearly meet.`,
  ],
  onOwn: true,
  prediction: {
    question: t`With dropout, and logged as Keras does it: which accuracy is higher in the end?`,
    options: [
      {
        id: 'training',
        text: t`Training: it has seen these pictures`,
        because: t`In this run the head knows its own pictures so well that even with units missing it is ahead.`,
      },
      {
        id: 'validation',
        text: t`Validation`,
        because: t`Training is scored with most of the units missing and in the middle of the epoch, validation with all of them and after it.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the difference: more seeds would be needed.`,
      },
    ],
    outcome: ({ figures }) => {
      const direction = directionOf(figures['ahead/with']);
      if (direction === null) return null;
      return { up: 'validation', down: 'training', 'cannot tell': 'cannot-tell' }[direction];
    },
    words: (found: Found) => {
      const seen = wordsOf(found, 'seen/with', shareWords);
      const validation = wordsOf(found, 'validation/with', shareWords);
      const training = wordsOf(found, 'training/with', shareWords);
      return t`With dropout in this run: training as it is logged ${seen}, validation ${validation}, training measured properly ${training}.`;
    },
  },
};

const few: SetUp = {
  id: 'curves-few',
  title: t`When the verdict cannot tell`,
  about: t`Ten drawings of each class, all labelled rightly, five seeds.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, perClass: 10, epochs: 40 },
  does: { does: 'train' },
  look: 'compare',
  watch: [
    t`The shaded bands: how far the mean of the seeds is known.`,
    t`The interval in the verdict, and whether zero is in it.`,
    t`Single runs, which the charts can show: some have dropout ahead, some have it behind.`,
  ],
  onOwn: true,
  prediction: {
    question: t`What will the verdict on validation accuracy say?`,
    options: [
      {
        id: 'helps',
        text: t`Dropout helps`,
        because: t`The whole interval is above zero in this run.`,
      },
      {
        id: 'hurts',
        text: t`Dropout hurts`,
        because: t`The whole interval is below zero in this run.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Chance alone moves the accuracies by more than dropout does, so these seeds cannot tell. That is a result, too.`,
      },
    ],
    outcome: ({ figures }) => {
      const direction = directionOf(figures['validation/change']);
      if (direction === null) return null;
      return { up: 'helps', down: 'hurts', 'cannot tell': 'cannot-tell' }[direction];
    },
    words: (found: Found) => {
      const change = wordsOf(found, 'validation/change', pointsWords);
      return t`Difference in validation accuracy in this run, with its interval: ${change}.`;
    },
  },
};

export const curves: Lesson = {
  id: 'curves',
  title: t`Reading the curves`,
  lead: t`Two measures, two kinds of pictures, two sides: what each line says, and what it does not.`,
  parts: [
    {
      kind: 'text',
      text: t`<0>Accuracy</0> is the share of pictures that are answered rightly. It is easy to read and coarse: an answer that is just right counts as much as one that is certain. The <1>loss</1> also asks how sure each answer was. Here it is the cross-entropy.`,
      terms: ['accuracy', 'loss'],
      show: 'curves',
    },
    {
      kind: 'formula',
      tex: String.raw`L = -\frac{1}{N} \sum_{i=1}^{N} \log p_i(y_i)`,
      words: t`In words: for each of the N pictures take the probability p that the head gave to its label y, take the natural logarithm, and average over all pictures; the minus sign makes it positive. Certain and right costs nothing. Certain and wrong costs a great deal.`,
    },
    {
      kind: 'text',
      text: t`The <0>gap</0> is training accuracy minus validation accuracy: how much better the head is on what it has seen. A small gap alone is no success. A head that has learned nothing has no gap at all.`,
      terms: ['gap'],
    },
    { kind: 'heading', text: t`Validation above training is no bug` },
    {
      kind: 'text',
      text: t`In the TensorFlow tutorial validation accuracy is above training accuracy, and many take that for a mistake. It is how training is logged: as a running mean over an epoch in which the weights keep moving, with dropout on. Validation is measured after the epoch, with dropout off. On this page both are measured after the epoch and with dropout off.`,
    },
    { kind: 'set-up', setUp: ahead },
    {
      kind: 'claim',
      claim: claimOf('curves-ahead', ['seen/with', 'validation/with', 'training/with'], (...found) => {
        const [seen, validation, training] = found.map(shareWords);
        return t`With dropout, logged training accuracy was ${seen ?? ''}, validation accuracy ${validation ?? ''}, and training accuracy measured with dropout off ${training ?? ''}.`;
      }),
    },
    { kind: 'heading', text: t`Chance, and how wide it is` },
    {
      kind: 'text',
      text: t`Another <0>seed</0> draws other pictures to learn from and other weights to start with, and the curves come out otherwise. So each side is trained with several seeds. The line is their mean, the band around it its 95 % interval. Both sides of a seed share everything but dropout, so we compare them <1>pair by pair</1>.`,
      terms: ['seed', 'paired'],
    },
    {
      kind: 'formula',
      tex: String.raw`\bar d \;\pm\; t_{0.975,\,n-1}\, \frac{s_d}{\sqrt{n}}`,
      words: t`In words: take the difference of the two sides for each of the n seeds. Around the mean of these differences the interval reaches to both sides by their standard deviation s, divided by the root of n, times a factor t that is larger for few seeds. Four times as many seeds make it about half as wide.`,
    },
    { kind: 'set-up', setUp: few },
    {
      kind: 'claim',
      claim: claimOf('curves-few', ['validation/change', 'loss/without', 'loss/with'], (change, ...losses) => {
        const points = pointsWords(change);
        const [without, withDropout] = losses.map(lossWords);
        return t`Dropout changed validation accuracy by ${points}, and the validation loss from ${without ?? ''} to ${withDropout ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`The <0>verdict</0> says “helps” or “hurts” only where the whole interval is on one side of zero. Otherwise it says that it cannot tell, and what would. “Cannot tell” does not mean “no effect”: with eight times as many seeds even a small one can show.`,
      terms: ['verdict'],
    },
  ],
  checks: [
    {
      id: 'curves-above',
      question: t`Somebody’s validation accuracy is above the training accuracy that Keras logs. What is likely?`,
      options: [
        {
          id: 'leak',
          text: t`Validation pictures have slipped into training`,
          isRight: false,
          why: t`That would raise validation accuracy, but you have just seen another cause that is there in every run with dropout.`,
        },
        {
          id: 'logged',
          text: t`Training was scored with dropout on, validation with dropout off`,
          isRight: true,
          why: t`The log is a mean over the moving epoch with units missing. With right labels, training is usually on top again when it is measured once more after it.`,
        },
        {
          id: 'easy',
          text: t`The validation pictures are easier`,
          isRight: false,
          why: t`That can happen by chance with few of them, but not over many random splits, as in your run.`,
        },
      ],
    },
    {
      id: 'curves-zero',
      question: t`The interval of the difference reaches from below zero to above it. What do you report?`,
      options: [
        {
          id: 'mean',
          text: t`The mean difference: it is above zero, so dropout helps`,
          isRight: false,
          why: t`Other seeds could have given a mean below zero. The interval says how far the mean is known.`,
        },
        {
          id: 'nothing',
          text: t`That dropout has no effect`,
          isRight: false,
          why: t`Zero is possible, but so are the values at both ends. It was not told apart, which is less than “no effect”.`,
        },
        {
          id: 'cannot-tell',
          text: t`That these data cannot tell, with the interval`,
          isRight: true,
          why: t`Whoever reads it then knows how large the effect could be, and that more seeds or pictures are needed.`,
        },
      ],
    },
  ],
};
