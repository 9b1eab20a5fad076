import { t } from '@lingui/core/macro';
import { nats } from '../../core/figures';
import { lossChangeWords, lossWords, pointsWords, shareWords, wordsOf } from '../figureWords';
import type { Found } from '../found';
import type { SetUp } from '../lesson';
import { byDirection, byLevel } from '../outcomeBy';

const drawings = { sample: 'animals-food-vehicles', does: { does: 'train' }, onOwn: true } as const;

export const above: SetUp = {
  ...drawings,
  id: 'misconceptions-above',
  title: t`Validation above training`,
  about: t`Three in ten training labels are wrong, the validation labels are right, and seven in ten units are dropped at each step. With twenty seeds, because the difference is small. Both accuracies are measured after the epoch with dropout off, so that nothing is wrong with the measuring.`,
  changes: { noise: 0.3, dropout: 0.7, epochs: 20, seeds: 20 },
  look: 'curves',
  watch: [
    t`The side with dropout: which of its two curves is on top?`,
    t`The dashed line: the best honest score on these training labels.`,
  ],
  prediction: {
    question: t`With dropout, which accuracy will be higher in the end?`,
    options: [
      {
        id: 'training',
        text: t`Training, as always`,
        because: t`In this run the head still learned some of the wrong labels by heart.`,
      },
      {
        id: 'validation',
        text: t`Validation`,
        because: t`The head hardly learned the wrong labels, so it is marked down for being right about them. The validation labels have no such mistakes.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the gap: more seeds would be needed.`,
      },
    ],
    outcome: byDirection('gap/with', 'training', 'validation'),
    words: (found: Found) => {
      const [training, validation] = [
        wordsOf(found, 'training/with', shareWords),
        wordsOf(found, 'validation/with', shareWords),
      ];
      const gap = wordsOf(found, 'gap/with', pointsWords);
      return t`With dropout in this run: training accuracy on the labels given ${training}, validation accuracy ${validation}, gap ${gap}.`;
    },
  },
};

export const deleted: SetUp = {
  ...drawings,
  id: 'misconceptions-deleted',
  title: t`Ask it with masks and with all`,
  about: t`The same training pictures are answered twice: with masks, while the head learns with dropout, and after the epoch with all neurons. At station 5, switch between “Train with masks” and “Predict with all”.`,
  changes: { noise: 0.2, epochs: 40 },
  look: 'inside',
  watch: [
    t`With masks, some neurons are crossed out; the next picture and the next step have others.`,
    t`With all, every neuron and every weight is there, on both sides as many.`,
  ],
  prediction: {
    question: t`With dropout, when will the training pictures be answered rightly more often?`,
    options: [
      {
        id: 'all',
        text: t`After the epoch, with all neurons`,
        because: t`None of them had gone: what was dropped in one step has kept its weights and takes part again.`,
      },
      {
        id: 'masks',
        text: t`With masks`,
        because: t`In this run the subnetworks did better than the whole, which is rare.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the difference. With a small rate, or few seeds, that can be; it does not say that what was dropped is gone.`,
      },
    ],
    outcome: byDirection('restored/with', 'all', 'masks'),
    words: (found: Found) => {
      const [masked, all] = [wordsOf(found, 'seen/with', shareWords), wordsOf(found, 'training/with', shareWords)];
      const restored = wordsOf(found, 'restored/with', pointsWords);
      return t`With dropout in this run, training pictures answered rightly: ${masked} with masks, ${all} with all neurons. Difference: ${restored}.`;
    },
  },
};

/** What dropout does to validation accuracy: a question that two set-ups ask. */
const changes = (because: Readonly<Record<'higher' | 'lower' | 'cannot-tell', string>>): SetUp['prediction'] => ({
  question: t`What will dropout do to validation accuracy here?`,
  options: [
    { id: 'higher', text: t`It will be higher`, because: because.higher },
    { id: 'lower', text: t`It will be lower`, because: because.lower },
    { id: 'cannot-tell', text: t`It cannot be told`, because: because['cannot-tell'] },
  ],
  outcome: byDirection('validation/change', 'higher', 'lower'),
  words: (found: Found) => {
    const change = wordsOf(found, 'validation/change', pointsWords);
    const training = wordsOf(found, 'training/with', shareWords);
    return t`Dropout changed validation accuracy by ${change} in this run. Training accuracy with dropout: ${training}.`;
  },
});

export const tooMuch: SetUp = {
  ...drawings,
  id: 'misconceptions-too-much',
  title: t`Too much dropout`,
  about: t`All labels are right, and nine in ten units are dropped at every step.`,
  changes: { noise: 0, dropout: 0.9, epochs: 40 },
  look: 'curves',
  watch: [t`The training curve with dropout: it stays low, too. That is under-fitting.`],
  prediction: changes({
    higher: t`In this run even so little was enough to learn from, which is rare.`,
    lower: t`With a tenth of the units at each step too little gets through to learn from.`,
    'cannot-tell': t`Zero is inside the interval of the difference: more seeds would be needed.`,
  }),
};

export const noNeed: SetUp = {
  ...drawings,
  id: 'misconceptions-no-need',
  title: t`No need for dropout`,
  about: t`All labels are right, all pictures are learned from, and the rate is one half.`,
  changes: { noise: 0, epochs: 40 },
  look: 'curves',
  watch: [t`The validation loss: dropout lowers it even where accuracy stays as it is.`],
  prediction: changes({
    higher: t`In this run there was still something that dropout kept from being learned by heart.`,
    lower: t`There was little that should not be learned, so that dropout only got in the way of learning.`,
    'cannot-tell': t`There was little that should not be learned, so that there is little for dropout to keep out.`,
  }),
};

export const epochs: SetUp = {
  ...drawings,
  id: 'misconceptions-epochs',
  title: t`A hundred epochs`,
  about: t`A fifth of the training labels is wrong. Look at the validation loss without dropout.`,
  changes: { noise: 0.2, epochs: 100, seeds: 3 },
  look: 'curves',
  watch: [
    t`At which epoch the loss without dropout is lowest.`,
    t`The training curve, which goes on as if all were well.`,
  ],
  prediction: {
    question: t`Without dropout, where will the validation loss be after the last epoch?`,
    options: [
      {
        id: 'lowest',
        text: t`At its lowest`,
        because: t`In this run a hundred epochs were not too many: it is still falling.`,
      },
      {
        id: 'above',
        text: t`Above its lowest`,
        because: t`After the turn the head learns the wrong labels by heart, and gets surer of the mistakes that come with them.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of its rise: more seeds would be needed.`,
      },
    ],
    // Above its lowest it can only be, or at it; a mean of zero is no rise.
    outcome: (found) =>
      found.figures['rise/without']?.mean === 0 ? 'lowest' : byDirection('rise/without', 'above', 'lowest')(found),
    words: (found: Found) => {
      const [loss, rise] = [wordsOf(found, 'loss/without', lossWords), wordsOf(found, 'rise/without', lossChangeWords)];
      return t`Validation loss without dropout in this run: ${loss} at the end, changed by ${rise} since its lowest epoch.`;
    },
  },
};

/** The loss of somebody who always gives each of three answers one third, in nats. */
export const undecided = Math.log(3);

export const sure: SetUp = {
  ...drawings,
  id: 'misconceptions-sure',
  title: t`Sure after three pictures`,
  about: t`The head has seen a single drawing of each class. Who says one third for each class, every time, has a loss of the logarithm of three.`,
  changes: { noise: 0, perClass: 1, epochs: 40 },
  look: 'curves',
  watch: [
    t`How soon the three pictures are learned.`,
    t`The validation loss, and on which side of the logarithm of three it ends.`,
  ],
  prediction: {
    question: t`What will its loss on new pictures be, without dropout?`,
    options: [
      {
        id: 'low',
        text: t`Lower than that of one third each time`,
        because: t`In this run its answers are worth more than none: what it learned from three pictures holds for others.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told from that of one third each time`,
        because: t`The loss of one third each time is inside the interval: more seeds would be needed.`,
      },
      {
        id: 'high',
        text: t`Higher: it is surer than it should be`,
        because: t`It is right more often than by guessing, and still pays more than somebody who admits to know nothing, because it is sure of its mistakes.`,
      },
    ],
    outcome: byLevel('loss/without', undecided, 'high', 'low'),
    words: (found: Found) => {
      const [validation, loss] = [
        wordsOf(found, 'validation/without', shareWords),
        wordsOf(found, 'loss/without', lossWords),
      ];
      const third = nats(undecided);
      return t`Without dropout in this run: validation accuracy ${validation}, validation loss ${loss}. One third each time has a loss of ${third}.`;
    },
  },
};

export const locked: SetUp = {
  ...drawings,
  id: 'misconceptions-test',
  title: t`The locked test set`,
  about: t`Opens station 8. Set pictures aside for a test there, train, and choose settings by the validation curves as long as you like. Write down what accuracy you expect. Then open the test.`,
  changes: { noise: 0, epochs: 40 },
  does: { does: 'open' },
  look: 'mistakes',
  watch: [
    t`That the page opens a test only once: what was seen is not drawn again.`,
    t`How wide the interval of the test is; a single test is often too small to tell it from validation.`,
  ],
  prediction: null,
};
