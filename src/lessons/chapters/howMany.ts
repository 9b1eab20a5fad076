import { t } from '@lingui/core/macro';
import { points } from '../../core/figures';
import { reachOf } from '../../core/why/sizes';
import { claimOf } from '../claim';
import { pointsWords, shareWords, wordsOf } from '../figureWords';
import { directionOf, type Found } from '../found';
import type { Lesson, Measured, SetUp } from '../lesson';

const sizes: SetUp = {
  id: 'how-many-sizes',
  title: t`From one picture to all of them`,
  about: t`Each of the four ways learns from one, two, five, ten and more drawings of each class, up to all there are. A smaller number is always part of a larger one. All labels are right. This takes longer than the others.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, seeds: 3, epochs: 60 },
  does: { does: 'study', study: 'sizes' },
  look: 'why',
  watch: [
    t`Where the line of the pretrained base begins, with a single picture of each class.`,
    t`That every line grows less steep to the right.`,
    t`The bands: they are widest where pictures are few.`,
  ],
  onOwn: true,
  prediction: {
    question: t`How many pictures of each class does learning from scratch need to do what transfer does with ten?`,
    options: [
      {
        id: 'same',
        text: t`It cannot be told that it needs more than ten`,
        because: t`In this run it is not told apart from transfer at ten pictures. Whether it needs as many, a few more or a few fewer, these seeds do not say.`,
      },
      {
        id: 'reached',
        text: t`More than ten, but the set has enough`,
        because: t`What the base knows beforehand, the network from scratch had to learn from more pictures of yours.`,
      },
      {
        id: 'beyond',
        text: t`More than there are in this set`,
        because: t`Even with all of them it is clearly behind: in the same number of epochs they cannot teach what task A did.`,
      },
    ],
    outcome: (found) => {
      const reach = found.kind === 'sizes' ? reachOf(found.result, 10, 'scratch') : null;
      if (!reach || reach.kind === 'one seed') return null;
      return reach.kind === 'no advantage' ? 'same' : reach.kind;
    },
    words: (found: Found) => {
      const most = found.kind === 'sizes' ? (found.result.sizes.at(-1) ?? 0) : 0;
      const [one, ten, all] = [1, 10, most].map((n) => wordsOf(found, `size/pretrained/${n}`, shareWords));
      const [scratchTen, scratchAll] = [10, most].map((n) => wordsOf(found, `size/scratch/${n}`, shareWords));
      return t`Validation accuracy in this run with the pretrained base: ${one ?? ''} with one picture of each class, ${ten ?? ''} with ten, ${all ?? ''} with all; from scratch ${scratchTen ?? ''} with ten, ${scratchAll ?? ''} with all.`;
    },
  },
};

const few: SetUp = {
  id: 'how-many-few',
  title: t`Five pictures, with dropout`,
  about: t`Five drawings of each class, all labelled rightly, with dropout at a rate of one half on one side.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, perClass: 5, epochs: 40 },
  does: { does: 'train' },
  look: 'curves',
  watch: [
    t`The training curve with dropout: does it stay below, as it does with wrong labels?`,
    t`How wide the bands of the validation curves are.`,
  ],
  onOwn: true,
  prediction: {
    question: t`What will dropout do to the gap between training and validation accuracy?`,
    options: [
      {
        id: 'closes',
        text: t`It becomes less than half as wide`,
        because: t`Here dropout kept the head from learning these few pictures by heart.`,
      },
      {
        id: 'narrower',
        text: t`It becomes a little narrower`,
        because: t`The few pictures are learned by heart all the same. Dropout takes something off the gap; it does not replace pictures.`,
      },
      {
        id: 'wider',
        text: t`It becomes wider`,
        because: t`In this run dropout took more from what holds for new pictures than from learning by heart.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of the change: dropout does too little here for so few seeds to show it.`,
      },
    ],
    outcome: ({ figures }) => {
      const { 'gap/without': before, 'gap/with': after, 'gap/change': change } = figures;
      const direction = directionOf(change);
      if (!before || !after || direction === null) return null;
      if (direction === 'cannot tell') return 'cannot-tell';
      if (direction === 'up') return 'wider';
      return after.mean < before.mean / 2 ? 'closes' : 'narrower';
    },
    words: (found: Found) => {
      const [without, withDropout] = [
        wordsOf(found, 'gap/without', pointsWords),
        wordsOf(found, 'gap/with', pointsWords),
      ];
      const change = wordsOf(found, 'gap/change', pointsWords);
      return t`Gap in this run: ${without} without dropout, ${withDropout} with. Change: ${change}.`;
    },
  },
};

/** Half of an interval's width, in points. */
const half = ({ low, high }: Measured) => points((high - low) / 2);

export const howMany: Lesson = {
  id: 'how-many',
  title: t`How many pictures`,
  lead: t`Every further picture teaches a little less than the one before.`,
  parts: [
    {
      kind: 'text',
      text: t`There is no number of pictures that is enough for everything. It depends on how much the pictures of one class differ, on how near the classes are to each other, and on what is known beforehand, which is where a <0>pretrained</0> base comes in.`,
      terms: ['pretrained'],
    },
    {
      kind: 'text',
      text: t`From a single picture nobody can see what is special about this one and what its whole class has in common: the colour, the outline, or which way it faces? Each further picture rules some of that out, if it is different. Pictures that are nearly the same rule out nothing, so that the frames of one recording count as a <0>group</0>, hardly more than one picture.`,
      terms: ['group'],
    },
    { kind: 'set-up', setUp: sizes },
    {
      kind: 'claim',
      claim: claimOf(
        'how-many-sizes',
        ['size/pretrained/1', 'size/pretrained/10', 'size/pretrained/72', 'size/scratch/10', 'size/scratch/72'],
        (...found) => {
          const [one, ten, all, scratchTen, scratchAll] = found.map(shareWords);
          return t`With the pretrained base, validation accuracy was ${one ?? ''} with one drawing of each class, ${ten ?? ''} with ten and ${all ?? ''} with all of them; from scratch it was ${scratchTen ?? ''} with ten and ${scratchAll ?? ''} with all.`;
        },
      ),
    },
    {
      kind: 'text',
      text: t`That may surprise you: on these drawings what the base knew beforehand was worth only a few points. With ten of each class the two intervals still overlap, with all of them they do not. Colour and outline tell these drawings apart to a good part; that is our reading. How much a base saves depends on the pictures: try it with photos.`,
    },
    { kind: 'heading', text: t`Few pictures cost twice` },
    {
      kind: 'text',
      text: t`The head is worse, and you know less well how good it is. With one picture of each class much depends on which one was drawn, so that accuracy jumps from <0>seed</0> to seed and the <1>interval</1> is wide.`,
      terms: ['seed', 'interval'],
    },
    {
      kind: 'claim',
      claim: claimOf('how-many-sizes', ['size/pretrained/1', 'size/pretrained/72'], (one, all) => {
        const [wide, narrow] = [half(one), half(all)];
        return t`For the pretrained base the interval reached ${wide} points to either side with one drawing of each class, and ${narrow} points with all of them.`;
      }),
    },
    { kind: 'heading', text: t`Dropout does not replace pictures` },
    {
      kind: 'text',
      text: t`Is <0>dropout</0> the remedy?`,
      terms: ['dropout'],
    },
    { kind: 'set-up', setUp: few },
    {
      kind: 'claim',
      claim: claimOf('how-many-few', ['gap/without', 'gap/with', 'training/with', 'validation/change'], (...found) => {
        const [without, withDropout] = found.map(pointsWords);
        const training = found.map(shareWords)[2];
        const change = found.map(pointsWords)[3];
        return t`With five drawings of each class the gap was ${without ?? ''} without dropout and ${withDropout ?? ''} with it. Training accuracy with dropout was ${training ?? ''}; validation accuracy changed by ${change ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Where the features outnumber the pictures by far, there is nearly always some way to give all labels back, even with half of the units missing. That is how we read it; it was not tested by itself. What helps is more pictures, of different things, backgrounds and light.`,
      show: 'pictures',
    },
  ],
  checks: [
    {
      id: 'how-many-which',
      question: t`You can add ten pictures to a class. Which ten teach the most?`,
      options: [
        {
          id: 'frames',
          text: t`Ten frames of one video`,
          isRight: false,
          why: t`They are nearly the same picture. They rule out hardly more than one of them would.`,
        },
        {
          id: 'different',
          text: t`Ten that differ in everything but the class`,
          isRight: true,
          why: t`What they have in common is then the class, and little else is left to be learned instead.`,
        },
        {
          id: 'best',
          text: t`Ten that look like the best one there is`,
          isRight: false,
          why: t`The head then learns what that one looks like. New pictures will not all look like it.`,
        },
      ],
    },
    {
      id: 'how-many-twenty',
      question: t`Somebody reports a high accuracy, measured on six validation pictures. What do you think of it?`,
      options: [
        {
          id: 'believe',
          text: t`High is high: the head is good`,
          isRight: false,
          why: t`One picture more or less makes a large difference here. Another draw of six could have looked quite different.`,
        },
        {
          id: 'wide',
          text: t`The head may be good, but this does not say how good`,
          isRight: true,
          why: t`The interval around such a figure is wide. It takes more validation pictures, or many splits, to narrow it.`,
        },
        {
          id: 'worthless',
          text: t`The head must have learned by heart`,
          isRight: false,
          why: t`That would show in the gap to training. Few validation pictures make a figure uncertain, not wrong.`,
        },
      ],
    },
  ],
};
