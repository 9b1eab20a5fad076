import { t } from '@lingui/core/macro';
import { claimOf } from '../claim';
import { pointsWords, shareWords, wordsOf } from '../figureWords';
import { directionOf, type Found } from '../found';
import type { Lesson, SetUp } from '../lesson';

const ways: SetUp = {
  id: 'traditional-ways',
  title: t`Four ways, the same pictures`,
  about: t`Are there three, five or seven dots? A hundred pictures are learned from in four ways: with the pretrained base, with the same base but random weights, from scratch, and from bare pixels. Splits, epochs and batches are the same, and the epochs are few. This takes a little longer than the set-ups of other lessons.`,
  sample: 'counting-dots',
  changes: { noise: 0, seeds: 5, epochs: 20 },
  does: { does: 'study', study: 'ways' },
  look: 'why',
  watch: [
    t`Where each line begins after the very first epoch.`,
    t`Whether a network of the same size with random weights comes near the pretrained one.`,
    t`How many weights each way has to learn; it is in the table.`,
  ],
  onOwn: true,
  prediction: {
    question: t`With a hundred pictures and a few seconds of training, which way is right most often on new ones?`,
    options: [
      {
        id: 'pretrained',
        text: t`The pretrained base with a new head`,
        because: t`It is the only way that knows something beforehand. With so few pictures and epochs, that counts for more than anything they can teach.`,
      },
      {
        id: 'scratch',
        text: t`A network that learns from scratch`,
        because: t`Here, everything that is needed could be learned from these pictures alone, which is rare with so few.`,
      },
      {
        id: 'random',
        text: t`The same base with random weights`,
        because: t`Here, size alone was enough, which is rare: look at what tells these classes apart.`,
      },
      {
        id: 'pixels',
        text: t`Bare pixels`,
        because: t`Here, colour and outline alone tell the classes apart, so that no network is needed to find them.`,
      },
      {
        id: 'cannot-tell',
        text: t`It cannot be told`,
        because: t`Zero is inside the interval of at least one comparison: more seeds or more pictures would be needed.`,
      },
    ],
    outcome: ({ figures }) => {
      const others = (['scratch', 'random', 'pixels'] as const).map((way) => ({
        way,
        over: directionOf(figures[`advantage/${way}`]),
        mean: figures[`way/${way}`]?.mean ?? -1,
      }));
      if (others.some(({ over }) => over === null)) return null;
      if (others.every(({ over }) => over === 'up')) return 'pretrained';
      if (others.some(({ over }) => over === 'cannot tell')) return 'cannot-tell';
      return others.filter(({ over }) => over === 'down').toSorted((a, b) => b.mean - a.mean)[0]?.way ?? 'cannot-tell';
    },
    words: (found: Found) => {
      const [pretrained, random, scratch, pixels] = (['pretrained', 'random', 'scratch', 'pixels'] as const).map(
        (way) => wordsOf(found, `way/${way}`, shareWords),
      );
      const gain = wordsOf(found, 'advantage/scratch', pointsWords);
      return t`Validation accuracy in this run: pretrained base ${pretrained ?? ''}, random base ${random ?? ''}, from scratch ${scratch ?? ''}, bare pixels ${pixels ?? ''}. Pretrained minus from scratch: ${gain}.`;
    },
  },
};

const longer: SetUp = {
  id: 'traditional-longer',
  title: t`Three times as many epochs`,
  about: t`The same pictures, splits and ways; each way may learn three times as long.`,
  sample: 'counting-dots',
  changes: { noise: 0, seeds: 5, epochs: 60 },
  does: { does: 'study', study: 'ways' },
  look: 'why',
  watch: [
    t`Which lines still rise at the end, and which have long been level.`,
    t`Whether the interval of the lead over learning from scratch has zero in it now.`,
  ],
  onOwn: true,
  prediction: {
    question: t`What becomes of the lead that the pretrained base has over learning from scratch?`,
    options: [
      {
        id: 'stays',
        text: t`It stays`,
        because: t`In this run the base is still ahead after that time: knowledge was worth more than patience.`,
      },
      {
        id: 'cannot-tell',
        text: t`It can no longer be told`,
        because: t`The network from scratch has caught up so far that these seeds cannot tell the two apart: time made up for knowledge.`,
      },
      {
        id: 'scratch',
        text: t`Learning from scratch is ahead`,
        because: t`In this run, what these very pictures teach was worth more than what photos had taught before.`,
      },
    ],
    outcome: ({ figures }) => {
      const direction = directionOf(figures['advantage/scratch']);
      return direction && ({ up: 'stays', down: 'scratch', 'cannot tell': 'cannot-tell' } as const)[direction];
    },
    words: (found: Found) => {
      const pretrained = wordsOf(found, 'way/pretrained', shareWords);
      const scratch = wordsOf(found, 'way/scratch', shareWords);
      const gain = wordsOf(found, 'advantage/scratch', pointsWords);
      return t`Validation accuracy in this run: pretrained base ${pretrained}, from scratch ${scratch}. Difference: ${gain}.`;
    },
  },
};

export const traditional: Lesson = {
  id: 'traditional',
  title: t`Traditional or transfer`,
  lead: t`Does the knowledge of the base help, or only its size? That can be tested.`,
  parts: [
    {
      kind: 'text',
      text: t`Traditional learning treats each task alone. A network starts with random <0>weights</0>, and your pictures have to teach it everything: what an edge is, what a spot is, and how a few large ones differ from many small ones. With many thousand pictures that works well. With a hundred, there are far more weights than anything that could set them.`,
      terms: ['weight'],
    },
    {
      kind: 'text',
      text: t`Transfer starts with a <0>pretrained</0> base. Your pictures only have to teach the last step. That sounds like an advantage, but it is a claim, and three other explanations are possible. Perhaps any large network would do, even an untrained one. Perhaps a small network can learn these classes by itself. Perhaps colour alone gives them away.`,
      terms: ['pretrained'],
    },
    {
      kind: 'text',
      text: t`So the same pictures are learned from in four ways. Each explanation has one that would win if it were true: the same base with random weights, a small network from scratch, and bare pixels.`,
      show: 'why',
    },
    { kind: 'set-up', setUp: ways },
    {
      kind: 'claim',
      claim: claimOf('traditional-ways', ['way/pretrained', 'way/random', 'way/scratch', 'way/pixels'], (...found) => {
        const [pretrained, random, scratch, pixels] = found.map(shareWords);
        return t`The pretrained base was right for ${pretrained ?? ''} of the new pictures, the random base for ${random ?? ''}, the network from scratch for ${scratch ?? ''}, and bare pixels for ${pixels ?? ''}.`;
      }),
    },
    {
      kind: 'claim',
      claim: claimOf('traditional-ways', ['advantage/scratch', 'advantage/pixels'], (scratch, pixels) => {
        const [overScratch, overPixels] = [pointsWords(scratch), pointsWords(pixels)];
        return t`That is ${overScratch} over learning from scratch, and ${overPixels} over bare pixels.`;
      }),
    },
    {
      kind: 'text',
      text: t`The random base has just as many weights and just as many layers. It lacks only what was learned. That it falls behind shows that knowledge is handed over, and not size. And that is surprising here: nobody ever taught the base to count. It learned to tell large things from small ones, and that is of use.`,
    },
    {
      kind: 'text',
      text: t`Now be fair to the traditional way. It starts from nothing, so it may need more time. Give all ways three times as many epochs:`,
    },
    { kind: 'set-up', setUp: longer },
    {
      kind: 'claim',
      claim: claimOf(
        'traditional-longer',
        ['way/pretrained', 'way/random', 'way/scratch', 'advantage/scratch'],
        (...found) => {
          const [pretrained, random, scratch] = found.map(shareWords);
          const lead = found.map(pointsWords)[3];
          return t`After three times as many epochs the pretrained base was right for ${pretrained ?? ''}, the random base for ${random ?? ''}, and the network from scratch for ${scratch ?? ''}: a lead over scratch of ${lead ?? ''}.`;
        },
      ),
    },
    {
      kind: 'text',
      text: t`So transfer is no magic. Given time, the network from scratch learned here what the base had brought along. The random base, which had as much time, did not. What is handed over is knowledge, and here it saved time. How many pictures it saves is the question of a later lesson. Where task B has nothing to do with task A, there is nothing to hand over.`,
    },
  ],
  checks: [
    {
      id: 'traditional-random',
      question: t`Why is the base with random weights in this comparison?`,
      options: [
        {
          id: 'faster',
          text: t`Because it is faster`,
          isRight: false,
          why: t`It takes as long as the pretrained one: it is the same network with other numbers in it.`,
        },
        {
          id: 'size',
          text: t`It has the size of the base without its knowledge`,
          isRight: true,
          why: t`If it did as well, the size would be the reason. It does not, so the reason is what was learned.`,
        },
        {
          id: 'start',
          text: t`Because every network must start at random`,
          isRight: false,
          why: t`The one from scratch starts at random and then learns. The random base stays as it is: only its head learns.`,
        },
      ],
    },
    {
      id: 'traditional-always',
      question: t`Transfer won the first comparison. What follows?`,
      options: [
        {
          id: 'always',
          text: t`Transfer always wins`,
          isRight: false,
          why: t`One experiment on one set cannot say “always”. Try the built-in set “Odd or even”, where the head on the pretrained base is not told from guessing.`,
        },
        {
          id: 'never-scratch',
          text: t`Learning from scratch does not work`,
          isRight: false,
          why: t`It works where there is time and there are pictures, as the second run showed. Base networks were themselves learned from scratch.`,
        },
        {
          id: 'here',
          text: t`With so few pictures and so little time, knowledge from task A helped`,
          isRight: true,
          why: t`That is what was compared: a hundred pictures, few epochs, and one question. With other numbers of them it may come out otherwise.`,
        },
      ],
    },
  ],
};
