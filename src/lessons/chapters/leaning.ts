import { t } from '@lingui/core/macro';
import { claimOf } from '../claim';
import { alikeChangeWords, alikeWords, pointsWords, shareWords, wordsOf } from '../figureWords';
import { directionOf, type Found } from '../found';
import type { Lesson, SetUp } from '../lesson';

const removed: SetUp = {
  id: 'leaning-removed',
  title: t`Take half of the neurons away`,
  about: t`Both sides are trained with a fifth of the labels wrong. Then half of the hidden neurons are removed at random, many times over, and nothing is trained again.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0.2, epochs: 40 },
  does: { does: 'train', asks: 'knock-out' },
  look: 'inside',
  watch: [
    t`In the knock-out test, which line falls first as more neurons are removed.`,
    t`That both lines end at guessing: without any neuron nothing is known.`,
  ],
  onOwn: true,
  prediction: {
    question: t`Half of the hidden neurons are gone. Which side is right more often then?`,
    options: [
      {
        id: 'with',
        text: t`The side that was trained with dropout`,
        because: t`At every step of its training other neurons were missing, so no neuron could count on another one to be there.`,
      },
      {
        id: 'without',
        text: t`The side that was trained without`,
        because: t`Here dropout did not make the network sturdier; with few neurons or a small rate that can be.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the difference: more seeds would be needed.`,
      },
    ],
    outcome: ({ figures }) => {
      const direction = directionOf(figures['half/change']);
      if (direction === null) return null;
      return { up: 'with', down: 'without', 'cannot tell': 'cannot-tell' }[direction];
    },
    words: (found: Found) => {
      const [without, withDropout] = [
        wordsOf(found, 'half/without', shareWords),
        wordsOf(found, 'half/with', shareWords),
      ];
      const change = wordsOf(found, 'half/change', pointsWords);
      return t`With half of the hidden neurons removed, validation accuracy in this run: ${without} without dropout, ${withDropout} with. Difference: ${change}.`;
    },
  },
};

const alike: SetUp = {
  id: 'leaning-alike',
  title: t`Do the neurons grow alike?`,
  about: t`The same training. Then every two hidden neurons are compared: how alike are their incoming weights?`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0.2, epochs: 40 },
  does: { does: 'train', asks: 'similarity' },
  look: 'inside',
  watch: [
    t`Where the two lines begin: neurons with random weights are hardly alike.`,
    t`Which of them rises more while the head learns.`,
  ],
  onOwn: true,
  prediction: {
    question: t`On which side are the neurons more alike in the end?`,
    options: [
      {
        id: 'without',
        text: t`Without dropout: there they copy each other`,
        because: t`In this run it is as the saying goes. In ours it was the other way round.`,
      },
      {
        id: 'with',
        text: t`With dropout`,
        because: t`A neuron that may be missing at any step may need a stand-in that does nearly the same. That is our reading; this run does not test it.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the difference: more seeds would be needed.`,
      },
    ],
    outcome: ({ figures }) => {
      const direction = directionOf(figures['alike/change']);
      if (direction === null) return null;
      return { up: 'with', down: 'without', 'cannot tell': 'cannot-tell' }[direction];
    },
    words: (found: Found) => {
      const [without, withDropout] = [
        wordsOf(found, 'alike/without', alikeWords),
        wordsOf(found, 'alike/with', alikeWords),
      ];
      const change = wordsOf(found, 'alike/change', alikeChangeWords);
      return t`How alike two hidden neurons are on average in this run, from zero, not at all, to one, the same: ${without} without dropout, ${withDropout} with. Difference: ${change}.`;
    },
  },
};

export const leaning: Lesson = {
  id: 'leaning',
  title: t`Neurons that lean on each other`,
  lead: t`What happens to a network when some of its neurons are taken away?`,
  parts: [
    {
      kind: 'text',
      text: t`In a <0>dense layer</0> every <1>neuron</1> sees the same numbers. While they learn together, one can come to rely on another: one overshoots, a second takes it back, and only the two of them together are right. Such neurons lean on each other. The pair works on the pictures it was made for; when one partner is missing, the other one is wrong.`,
      terms: ['dense', 'neuron'],
    },
    {
      kind: 'text',
      text: t`Whether that is so cannot be seen in a drawing of the network. It can be tested: remove some neurons, make up for the missing sum, and count how many pictures are still answered rightly. This is the <0>knock-out test</0>.`,
      terms: ['knock-out'],
      show: 'inside',
    },
    { kind: 'set-up', setUp: removed },
    {
      kind: 'claim',
      claim: claimOf('leaning-removed', ['half/without', 'half/with', 'half/change'], (...found) => {
        const [without, withDropout] = found.map(shareWords);
        const change = found.map(pointsWords)[2];
        return t`With half of the hidden neurons removed, ${without ?? ''} of the validation pictures were answered rightly without dropout and ${withDropout ?? ''} with it: ${change ?? ''}.`;
      }),
    },
    {
      kind: 'claim',
      claim: claimOf('leaning-removed', ['validation/without', 'validation/with'], (...found) => {
        const [without, withDropout] = found.map(shareWords);
        return t`With all neurons in place it had been ${without ?? ''} and ${withDropout ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`So <0>dropout</0> does what it is said to do: the network comes to depend less on any one neuron. Part of the difference was there before anything was removed, because the side with dropout had learned fewer wrong labels. Compare the two distances above.`,
      terms: ['dropout'],
    },
    {
      kind: 'text',
      text: t`Often a second thing is said: that without dropout neurons become alike, and that dropout keeps them different. Test that too, before you believe it.`,
    },
    { kind: 'set-up', setUp: alike },
    {
      kind: 'claim',
      claim: claimOf('leaning-alike', ['alike/change'], (difference) => {
        const change = alikeChangeWords(difference);
        return t`From zero, not alike at all, to one, the same: dropout changed how alike two neurons are on average by ${change}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Here, dropout makes neurons a little more alike, not less. That is no contradiction: a network that must do without some of its neurons at every step may keep spare copies, and these may be why it survives losing some. This is called <0>redundancy</0>. It is our reading and was not tested: the side with dropout has also learned fewer wrong labels, and that may be a cause as well.`,
      terms: ['redundancy'],
    },
    {
      kind: 'reference',
      reference: {
        title: t`Understanding Dropout (Andrew Ng)`,
        href: 'https://www.youtube.com/watch?v=ARq74QuavAo',
        differs: t`the lecture explains it from one neuron’s side: it cannot rely on any one input, because that may go away, so it spreads its weights out. The lecture sets the share that is kept; this page, like Keras, sets the share that is dropped.`,
      },
    },
  ],
  checks: [
    {
      id: 'leaning-shown',
      question: t`What does the knock-out test show?`,
      options: [
        {
          id: 'depends',
          text: t`How much a trained network depends on each neuron being there`,
          isRight: true,
          why: t`Nothing is learned again after the removal, so what is lost is what the missing neurons were needed for.`,
        },
        {
          id: 'training',
          text: t`What dropout does at every step of the training`,
          isRight: false,
          why: t`It is a test after the training, and on both sides. In training, neurons are dropped for one step and come back.`,
        },
        {
          id: 'smaller',
          text: t`That a smaller network would have been enough`,
          isRight: false,
          why: t`A network that loses half of its neurons and one that was trained with half of them are not the same.`,
        },
      ],
    },
    {
      id: 'leaning-saying',
      question: t`Somebody says: dropout works because it keeps neurons from growing alike. What do these measurements say?`,
      options: [
        {
          id: 'confirmed',
          text: t`That it is so: the side with dropout survived the removal better`,
          isRight: false,
          why: t`It did, but that does not say how alike its neurons are. They were compared, and came out more alike.`,
        },
        {
          id: 'not-here',
          text: t`That it was not so here: with dropout they came out a little more alike`,
          isRight: true,
          why: t`That decides about the saying, for this head and these pictures. Why they are more alike was not tested.`,
        },
        {
          id: 'copies',
          text: t`That dropout works because it makes spare copies`,
          isRight: false,
          why: t`That is one reading of them. Nothing was measured that tells it from another one, such as having learned fewer wrong labels.`,
        },
      ],
    },
  ],
};
