import { t } from '@lingui/core/macro';
import { claimOf } from '../claim';
import { pointsWords, shareWords, wordsOf } from '../figureWords';
import { directionOf, type Found } from '../found';
import type { Lesson, SetUp } from '../lesson';

const both: SetUp = {
  id: 'dropout-both',
  title: t`Without and with, side by side`,
  about: t`Three in ten training labels are wrong. The two sides start from the same weights and see the same pictures in the same order; one has dropout at a rate of one half.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0.3, epochs: 40, seeds: 10 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`The training curve: with dropout it stays below, and that is meant to be.`,
    t`The validation curves, and whether their bands come apart.`,
    t`The verdict under the charts: it says “helps” only where the whole interval is above zero.`,
  ],
  onOwn: true,
  prediction: {
    question: t`What will dropout do to validation accuracy here?`,
    options: [
      {
        id: 'higher',
        text: t`It will be higher`,
        because: t`There was something that should not be learned, the wrong labels, and dropout makes learning by heart hard.`,
      },
      {
        id: 'lower',
        text: t`It will be lower`,
        because: t`Dropout took more from learning than from learning by heart.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval: with so many seeds and pictures the difference could be chance.`,
      },
    ],
    outcome: ({ figures }) => {
      const direction = directionOf(figures['validation/change']);
      if (direction === null) return null;
      return { up: 'higher', down: 'lower', 'cannot tell': 'cannot-tell' }[direction];
    },
    words: (found: Found) => {
      const without = wordsOf(found, 'validation/without', shareWords);
      const withDropout = wordsOf(found, 'validation/with', shareWords);
      const change = wordsOf(found, 'validation/change', pointsWords);
      return t`Validation accuracy in this run: ${without} without dropout, ${withDropout} with. Difference: ${change}.`;
    },
  },
};

const masks: SetUp = {
  id: 'dropout-masks',
  title: t`One step, slowly`,
  about: t`Opens the two networks at station 5. After a training, press Step: a mask is drawn, some neurons go out, the rest learn.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0.2, epochs: 40 },
  does: { does: 'open' },
  look: 'inside',
  watch: [
    t`That every picture of a batch has a mask of its own, and that the next step has others.`,
    t`What Predict shows: all neurons are there, and nothing is scaled.`,
  ],
  onOwn: true,
  prediction: null,
};

const rates: SetUp = {
  id: 'dropout-rates',
  title: t`How much is too much?`,
  about: t`Ten rates, from none to nine in ten, are trained side by side on the same seeds, with three in ten labels wrong.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0.3, epochs: 30, seeds: 8 },
  does: { does: 'sweep' },
  look: 'rates',
  watch: [
    t`Where the validation line is highest, and how flat it is there.`,
    t`That at the right end even the training line falls: that is under-fitting.`,
  ],
  onOwn: true,
  prediction: {
    question: t`At which rate is validation accuracy highest?`,
    options: [
      {
        id: 'none',
        text: t`At none: dropout costs accuracy`,
        because: t`Even the best of the other rates is told to be worse than none: the whole interval of its gain is below zero.`,
      },
      {
        id: 'middle',
        text: t`Somewhere in between`,
        because: t`Too little lets wrong labels in, too much keeps right ones out: the best lies in between, and it is broad.`,
      },
      {
        id: 'most',
        text: t`At the highest: the more, the better`,
        because: t`Here even the highest rate left enough to learn with, which is rare.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`The rate that was best is not told from none: zero is inside the interval of its gain.`,
      },
    ],
    outcome: (found) => {
      if (found.kind !== 'sweep') return null;
      const [none, ...others] = found.points;
      const best = others.toSorted((a, b) => b.validation.mean - a.validation.mean)[0];
      if (!none || !best) return null;
      const direction = directionOf(best.gain);
      if (direction === 'down') return 'none';
      if (direction !== 'up') return 'cannot-tell';
      return best === others.at(-1) ? 'most' : 'middle';
    },
    words: (found: Found) => {
      const [none, half, most] = (['rate/0', 'rate/0.5', 'rate/0.9'] as const).map((name) =>
        wordsOf(found, name, shareWords),
      );
      return t`Validation accuracy in this run: ${none ?? ''} at no dropout, ${half ?? ''} at one half, ${most ?? ''} at nine in ten.`;
    },
  },
};

export const dropout: Lesson = {
  id: 'dropout',
  title: t`Dropout, before and after`,
  lead: t`Drop some units at random at every step of the training, and never afterwards.`,
  parts: [
    {
      kind: 'text',
      text: t`<0>Dropout</0> is a small change to the training and nothing else. At every <1>step</1> and for every picture, a coin is tossed for each unit. Those that lose are set to zero, just for this step. Which ones they are is called the <2>mask</2>. What is left is a smaller network, and it is this one that learns. At the next step it is another one.`,
      terms: ['dropout', 'step', 'mask'],
    },
    {
      kind: 'text',
      text: t`On this page both the features that enter the head and its hidden neurons are dropped, unless you choose one of the two.`,
      show: 'head',
    },
    {
      kind: 'formula',
      tex: String.raw`\tilde a_j = \frac{m_j}{1-p}\, a_j, \qquad \mathrm{E}[\tilde a_j] = a_j`,
      words: t`In words: what a unit gives, a, is multiplied by its mask m, which is zero with probability p and one otherwise, and divided by the share that is kept. So on average the next layer gets as much as without dropout. For p of one half, what is kept counts double.`,
    },
    {
      kind: 'text',
      text: t`Because the scale is put right while training, nothing has to be done when predicting: all units are there, and nothing is multiplied. This is called inverted dropout.`,
    },
    { kind: 'set-up', setUp: both },
    {
      kind: 'claim',
      claim: claimOf(
        'dropout-both',
        ['validation/without', 'validation/with', 'training/without', 'training/with'],
        (...found) => {
          const [without, withDropout, trainingWithout, trainingWith] = found.map(shareWords);
          return t`Validation accuracy was ${without ?? ''} without dropout and ${withDropout ?? ''} with it, training accuracy on the labels given ${trainingWithout ?? ''} and ${trainingWith ?? ''}.`;
        },
      ),
    },
    {
      kind: 'claim',
      claim: claimOf('dropout-both', ['validation/change', 'gap/change'], (validation, gap) => {
        const [change, ofGap] = [pointsWords(validation), pointsWords(gap)];
        return t`Dropout changed validation accuracy by ${change} and the gap by ${ofGap}.`;
      }),
    },
    {
      kind: 'text',
      text: t`The training curve with dropout ends lower, and that is the point: it has given back fewer of the wrong labels. Dropout does not add knowledge. It makes learning by heart harder, and it pays where there is something that should not be learned. With right labels and enough pictures it often does nothing to accuracy that can be told; the loss still falls, as a later lesson shows.`,
    },
    { kind: 'set-up', setUp: masks },
    { kind: 'set-up', setUp: rates },
    {
      kind: 'claim',
      claim: claimOf('dropout-rates', ['rate/0', 'rate/0.5', 'rate/0.9', 'gain/0.5', 'gain/0.9'], (...found) => {
        const [none, half, most] = found.map(shareWords);
        const [gain, loss] = found.map(pointsWords).slice(3);
        return t`Validation accuracy was ${none ?? ''} at no dropout, ${half ?? ''} at one half (${gain ?? ''}) and ${most ?? ''} at nine in ten (${loss ?? ''}).`;
      }),
    },
    {
      kind: 'reference',
      reference: {
        title: t`Transfer learning and fine-tuning (TensorFlow)`,
        href: 'https://www.tensorflow.org/tutorials/images/transfer_learning',
        differs: t`the tutorial puts dropout at rate 0.2 before its last layer, and has no side without it. So it cannot show what dropout does there; nobody can, without the other side.`,
      },
    },
  ],
  checks: [
    {
      id: 'dropout-deletes',
      question: t`What becomes of a neuron that was dropped?`,
      options: [
        {
          id: 'deleted',
          text: t`It is deleted, the network becomes smaller`,
          isRight: false,
          why: t`It is left out of one step only. The trained network has all its neurons, as station 5 shows.`,
        },
        {
          id: 'back',
          text: t`It is left out of this step and takes part again later`,
          isRight: true,
          why: t`Its weights stay as they are meanwhile. For the next picture the coin is tossed anew.`,
        },
        {
          id: 'reset',
          text: t`It starts anew with random weights`,
          isRight: false,
          why: t`Only what it gives is set to zero, for this step. What it has learned stays.`,
        },
      ],
    },
    {
      id: 'dropout-scale',
      question: t`Why is what is kept divided by the share that is kept?`,
      options: [
        {
          id: 'sum',
          text: t`So that the next layer gets as much on average as when all are there`,
          isRight: true,
          why: t`With a rate of one half, half of the units give twice as much. When predicting, all give what they give.`,
        },
        {
          id: 'faster',
          text: t`So that it learns faster`,
          isRight: false,
          why: t`Its purpose is another one: without the scale, the sums in training and in predicting would not be of the same size.`,
        },
        {
          id: 'probability',
          text: t`So that the answers add up to one`,
          isRight: false,
          why: t`That is what softmax does at the very end, with or without dropout.`,
        },
      ],
    },
  ],
};
