import { t } from '@lingui/core/macro';
import { claimOf } from '../claim';
import { shareWords, wordsOf } from '../figureWords';
import type { Found } from '../found';
import type { Lesson, SetUp } from '../lesson';
import { bySize } from '../outcomeBy';

const first: SetUp = {
  id: 'transfer-first',
  title: t`Your first head`,
  about: t`A head learns animals, food and vehicles from about two hundred drawings, all labelled rightly. It is trained twice, without and with dropout; for now, look at the side without.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`How few epochs the validation curve needs before it stays level: the base has done most of the work before.`,
    t`That the drawings which are checked with were never learned from.`,
  ],
  onOwn: true,
  prediction: {
    question: t`On new drawings, how often will the head be right in the end, without dropout?`,
    options: [
      {
        id: 'guessing',
        text: t`Fewer than four times in ten: hardly more often than by guessing`,
        because: t`The features did not help with this question: a base does not know everything.`,
      },
      {
        id: 'half',
        text: t`Four to seven times in ten`,
        because: t`The features help, but not enough to tell these classes well.`,
      },
      {
        id: 'mostly',
        text: t`Seven to nine times in ten`,
        because: t`The base was never trained on these drawings, and yet its features tell most of them apart: that is transfer.`,
      },
      {
        id: 'always',
        text: t`More than nine times in ten`,
        because: t`For the base, these classes are easy to tell apart: that is transfer at its best.`,
      },
    ],
    outcome: bySize(
      'validation/without',
      [
        [0.4, 'guessing'],
        [0.7, 'half'],
        [0.9, 'mostly'],
      ],
      'always',
    ),
    words: (found: Found) => {
      const without = wordsOf(found, 'validation/without', shareWords);
      return t`Validation accuracy without dropout, over the seeds of this run: ${without}.`;
    },
  },
};

const base: SetUp = {
  id: 'transfer-base',
  title: t`What the base sees`,
  about: t`Opens the base at station 2. Pick a drawing there and look at what the base itself takes it for.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 40 },
  does: { does: 'open' },
  look: 'base',
  watch: [
    t`The names that it gives are of task A. It has no answer “animal”; it may say “bird”, or something quite wrong.`,
    t`That early blocks respond to edges and colours, late ones to parts of things.`,
  ],
  onOwn: true,
  prediction: null,
};

export const transfer: Lesson = {
  id: 'transfer',
  title: t`What is transfer learning`,
  lead: t`A network that has learned to see once does not have to learn it again.`,
  parts: [
    {
      kind: 'text',
      text: t`Whoever can read music on the piano learns the organ faster. <0>Transfer learning</0> is the same idea for networks: what was learned for one task, task A, is the start for another, task B.`,
      terms: ['transfer-learning'],
    },
    {
      kind: 'text',
      text: t`Task A was done long before you came. A large network learned to name everyday things in more than a hundred thousand photos. Its first layers came to respond to edges and colours, later ones to textures, the last ones to parts of things. We cut off its last layers, which give the names, and call the rest the <0>base</0>. It is <1>frozen</1>: nothing that you do here changes its weights.`,
      terms: ['base', 'frozen'],
      show: 'base',
    },
    {
      kind: 'text',
      text: t`Task B is yours: your classes, your pictures. For each picture the base gives a list of numbers, its <0>features</0>. A small new network, the <1>head</1>, learns to get from the features to your classes. Only the head is trained, and so a few dozen pictures and a minute of time are enough.`,
      terms: ['features', 'head'],
      show: 'head',
    },
    { kind: 'set-up', setUp: first },
    {
      kind: 'claim',
      claim: claimOf('transfer-first', ['validation/without'], (without) => {
        const share = shareWords(without);
        return t`The head without dropout answered ${share} of the drawings rightly that it had never learned from.`;
      }),
    },
    {
      kind: 'text',
      text: t`The base was never shown these drawings, and “food” is none of its names. It is right so often because drawings of cakes have edges, colours and shapes in common with photos of cakes. What is handed on are not the answers, but ways of looking.`,
    },
    { kind: 'set-up', setUp: base },
    {
      kind: 'reference',
      reference: {
        title: t`Transfer learning and fine-tuning (TensorFlow)`,
        href: 'https://www.tensorflow.org/tutorials/images/transfer_learning',
        differs: t`the tutorial does the same with cats and dogs, with another base and in Python. It trains one head; here two are trained side by side, so that you see what dropout does.`,
      },
    },
  ],
  checks: [
    {
      id: 'transfer-what-learns',
      question: t`What changes when you press Train?`,
      options: [
        {
          id: 'head',
          text: t`The weights of the head`,
          isRight: true,
          why: t`The base stays as task A left it; the page even computes each picture’s features only once.`,
        },
        {
          id: 'base',
          text: t`The weights of the base`,
          isRight: false,
          why: t`The base is frozen. If it changed, the features of every picture would have to be computed anew at every step.`,
        },
        {
          id: 'both',
          text: t`All weights, of base and head`,
          isRight: false,
          why: t`That would be fine-tuning of the whole network. It comes later, in a lesson of its own, and needs more care.`,
        },
      ],
    },
    {
      id: 'transfer-features',
      question: t`What are the features of a picture?`,
      options: [
        {
          id: 'pixels',
          text: t`Its pixels, made smaller`,
          isRight: false,
          why: t`Pixels go into the base. What comes out no longer says which colour is where, but what there is to see.`,
        },
        {
          id: 'names',
          text: t`The names that the base gives it`,
          isRight: false,
          why: t`The layers that give names are cut off. Features come from before them, and so they also describe what has no name.`,
        },
        {
          id: 'numbers',
          text: t`Numbers that come out where the base is cut`,
          isRight: true,
          why: t`Each says how strongly something shows in the picture. The head gets nothing else to see.`,
        },
      ],
    },
  ],
};
