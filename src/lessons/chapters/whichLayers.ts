import { t } from '@lingui/core/macro';
import { cutFindings, type CutPoint } from '../../core/why/cuts';
import { accuracyDifference, accuracyEstimate } from '../../core/why/ways';
import { claimOf } from '../claim';
import { shareWords, wordsOf } from '../figureWords';
import { directionOf, type Found } from '../found';
import type { Lesson, Prediction, SetUp } from '../lesson';

/** In which third of the base the best block lies, where it is told from the best ones of the other thirds. */
function bestThird(found: Found): string | null {
  if (found.kind !== 'cuts' || !cutFindings(found.result)) return null;
  const { points, blocks, origin } = found.result;
  const meanOf = ({ accuracies }: CutPoint) => accuracyEstimate(accuracies, origin).mean;
  const [best, second] = ['early', 'middle', 'late']
    .flatMap((id, third) => {
      const own = points.filter(({ block }) => Math.floor((3 * block) / blocks) === third);
      const point = own.toSorted((a, b) => meanOf(b) - meanOf(a))[0];
      return point ? [{ id, point }] : [];
    })
    .toSorted((a, b) => meanOf(b.point) - meanOf(a.point));
  if (!best || !second) return null;
  const ahead = accuracyDifference(second.point.accuracies, best.point.accuracies, origin);
  return directionOf(ahead) === 'up' ? best.id : 'cannot-tell';
}

function cutsWords(found: Found): string {
  const [first, middle, last, pixels] = (['cut/0', 'cut/8', 'cut/16', 'cut/pixels'] as const).map((name) =>
    wordsOf(found, name, shareWords),
  );
  const best = found.kind === 'cuts' ? (cutFindings(found.result)?.best.block ?? 0) + 1 : 0;
  return t`Validation accuracy in this run: ${first ?? ''} with the features of the first block, ${middle ?? ''} with those of block 9, ${last ?? ''} with those of block 17, ${pixels ?? ''} on bare pixels. Highest was block ${best}.`;
}

const thirds = (because: Readonly<Record<'early' | 'middle' | 'late', string>>): Prediction['options'] => [
  { id: 'early', text: t`In the first third: edges and colours`, because: because.early },
  { id: 'middle', text: t`In the middle third: textures and shapes`, because: because.middle },
  { id: 'late', text: t`In the last third: parts of things`, because: because.late },
  {
    id: 'cannot-tell',
    text: t`It cannot be told`,
    because: t`The best blocks of two thirds are not told apart: zero is inside the interval of their difference. Much of what is needed is there by the middle.`,
  },
];

const cuts: SetUp = {
  id: 'layers-cuts',
  title: t`A head on every block`,
  about: t`The base is cut after each of its blocks in turn, and a head is trained on what comes out there. Pictures, splits and epochs are the same, all labels are right.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 30 },
  does: { does: 'study', study: 'cuts' },
  look: 'why',
  watch: [
    t`Where the line climbs most, and where it becomes level.`,
    t`How wide the bars are: two blocks next to each other are seldom told apart.`,
    t`How the first blocks compare with bare pixels.`,
  ],
  onOwn: true,
  prediction: {
    question: t`After which part of the base do the features tell animals, food and vehicles apart best?`,
    options: thirds({
      early: t`In this run simple features were enough, which is rare for kinds of things.`,
      middle: t`In this run the last blocks are already too much about the things in task A’s photos.`,
      late: t`What kind of thing it is shows in its parts, and these are put together late.`,
    }),
    outcome: bestThird,
    words: cutsWords,
  },
};

const dots: SetUp = {
  id: 'layers-dots',
  title: t`Another task: counting dots`,
  about: t`The same with pictures of three, five or seven dots. The colours and the amount of ink are the same for each number.`,
  sample: 'counting-dots',
  changes: { epochs: 30 },
  does: { does: 'study', study: 'cuts' },
  look: 'why',
  watch: [
    t`Where the line is highest now, and whether it falls again after that.`,
    t`That bare pixels are only a little better than guessing: a dot can be anywhere.`,
  ],
  onOwn: false,
  prediction: {
    question: t`After which part of the base can dots be counted best?`,
    options: thirds({
      early: t`In this run the features of single spots were enough to count them.`,
      middle: t`A dot is no thing with parts. Many small spots and a few large ones are textures, and these are the matter of the middle blocks.`,
      late: t`In this run the late blocks still had what is needed. That the best block is one of many makes it a matter of luck, too.`,
    }),
    outcome: bestThird,
    words: cutsWords,
  },
};

const see: SetUp = {
  id: 'layers-see',
  title: t`Look through the blocks`,
  about: t`Opens the base at station 2. Pick a drawing there and go from the first block to the last.`,
  sample: 'animals-food-vehicles',
  changes: { noise: 0, epochs: 30 },
  does: { does: 'open' },
  look: 'base',
  watch: [
    t`In early blocks you can still make out the drawing; each map is bright at one kind of edge or colour.`,
    t`In late blocks the maps have only a few squares. They no longer say exactly where, but they say more about what.`,
  ],
  onOwn: true,
  prediction: null,
};

export const whichLayers: Lesson = {
  id: 'which-layers',
  title: t`Which layers`,
  lead: t`Early layers see what all pictures are made of, late ones what task A was about.`,
  parts: [
    {
      kind: 'text',
      text: t`A base sees in stages. Its early <0>blocks</0> respond to edges, colours and simple patterns, the middle ones to textures and shapes, the late ones to parts of things. Each stage is made from the one before.`,
      terms: ['block'],
    },
    { kind: 'set-up', setUp: see },
    {
      kind: 'text',
      text: t`Edges and colours are in every picture, so early blocks are called general. Parts of things matter most to a task about things, so late blocks are called specific to task A. Where should the <0>cut</0> be, then? After a late block, most of the work has been done for you. After an early one, little of it is tied to task A.`,
      terms: ['cut'],
      show: 'base',
    },
    {
      kind: 'text',
      text: t`That need not be argued about. Train one head on the <0>features</0> of each block, and compare.`,
      terms: ['features'],
    },
    { kind: 'set-up', setUp: cuts },
    {
      kind: 'claim',
      claim: claimOf('layers-cuts', ['cut/0', 'cut/8', 'cut/15', 'cut/16', 'cut/pixels'], (...found) => {
        const [first, middle, chosen, last, pixels] = found.map(shareWords);
        return t`Validation accuracy was ${first ?? ''} after the first block, ${middle ?? ''} after block 9, ${chosen ?? ''} after block 16, where this page cuts by itself, and ${last ?? ''} after the last one; on bare pixels ${pixels ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`The first block is even a little behind bare pixels. By the middle of the base nearly all that is needed is there; the late blocks add only a few points. Now take a task that has nothing to do with things.`,
    },
    { kind: 'set-up', setUp: dots },
    {
      kind: 'claim',
      claim: claimOf('layers-dots', ['cut/0', 'cut/8', 'cut/15', 'cut/16', 'cut/pixels'], (...found) => {
        const [first, middle, chosen, last, pixels] = found.map(shareWords);
        return t`For dots it was ${first ?? ''} after the first block, ${middle ?? ''} after block 9, ${chosen ?? ''} after block 16 and ${last ?? ''} after the last one; on bare pixels ${pixels ?? ''}.`;
      }),
    },
    {
      kind: 'text',
      text: t`Here the middle is ahead of the end. So which layers are useful is a question about both tasks together. Where task B is like task A, a late cut does no harm. Where it is not, try an earlier block.`,
    },
    {
      kind: 'text',
      text: t`One warning: of many blocks the highest one is also the luckiest. If you choose it because it came out best on the <0>validation pictures</0>, its accuracy flatters it. An honest figure needs pictures that had no part in the choice: the <1>test set</1> of station 8.`,
      terms: ['validation', 'test'],
      show: 'mistakes',
    },
  ],
  checks: [
    {
      id: 'layers-early',
      question: t`Why are the early blocks of a base useful for nearly every task with pictures?`,
      options: [
        {
          id: 'edges',
          text: t`Edges, colours and simple patterns are in all pictures`,
          isRight: true,
          why: t`What they respond to is tied to no kind of thing. It is also why it takes later blocks to tell the things apart.`,
        },
        {
          id: 'names',
          text: t`They know the names of most things`,
          isRight: false,
          why: t`Names are given at the very end, after the last block. Early blocks do not even know parts of things.`,
        },
        {
          id: 'best',
          text: t`Their features give the highest accuracy`,
          isRight: false,
          why: t`The first block does not, as the run shows: being of some use everywhere is not the same as being best somewhere.`,
        },
      ],
    },
    {
      id: 'layers-choose',
      question: t`You want to tell healthy leaves from ill ones by their spots. Where do you cut?`,
      options: [
        {
          id: 'late',
          text: t`After the last block: it is always best`,
          isRight: false,
          why: t`For kinds of things it was good. Spots are a matter of texture, and another block may serve better.`,
        },
        {
          id: 'try',
          text: t`I train a head on every block and look`,
          isRight: true,
          why: t`It costs a minute. The choice is then made on validation pictures, and the final figure is taken on others.`,
        },
        {
          id: 'first',
          text: t`After the first block: leaves are not in task A`,
          isRight: false,
          why: t`The first block sees only the simplest patterns. That task A did not have leaves says nothing against later ones.`,
        },
      ],
    },
  ],
};
