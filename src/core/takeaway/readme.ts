import type { BaseCard } from '../catalogue';
import type { TrainedHeads } from '../heads/trainedHeads';

export interface ReadmeSource {
  readonly heads: TrainedHeads;
  readonly trial: number;
  /** Null: nothing here knows the base any more. */
  readonly card: Pick<BaseCard, 'title' | 'source' | 'licence' | 'taskA' | 'origin'> | null;
  readonly hasBase: boolean;
  readonly hasCheck: boolean;
}

/** What is in the ZIP, how to use it, and whose it is: for people. */
export function readmeOf({ heads, trial, card, hasBase, hasCheck }: ReadmeSource): string {
  const { base, classes, epoch, trials, settings } = heads;
  const seed = trials[trial]?.seed ?? 0;
  const sections: readonly (readonly [title: string, lines: readonly string[]] | null)[] = [
    [
      'WHAT THIS IS',
      [
        `Two heads that were trained with Transfer Lab on ${classes.map(({ name }) => name).join(', ')}, one without`,
        `dropout and one with it (rate ${settings.dropout}): the heads of seed ${seed}, after ${epoch} epochs.`,
        hasBase
          ? `They stand on a frozen base, which is here, too: ${base.title}.`
          : `They stand on a frozen base, which is NOT here: ${base.title}. So there is no example page either.`,
      ],
    ],
    hasBase
      ? [
          'TRY IT',
          [
            'Unpack the ZIP, then open index.html by a double click, or put the folder on any web server. Nothing needs to',
            'be installed or built, and no picture leaves the page. classify.js is short, and meant to be read.',
          ],
        ]
      : null,
    [
      'FILES',
      [
        'head-without-dropout/, head-with-dropout/   each head, for tf.loadLayersModel: features -> probabilities',
        'labels.json                                 names of the classes, in the order of the answers',
        'preprocessing.json                          from a picture to features: every step, in words and figures',
        ...(hasBase ? ['base/                                       the frozen base: picture -> maps'] : []),
        ...(hasCheck
          ? [
              'check.png, expected.json                    a made-up picture, its features, and what Transfer Lab answers',
            ]
          : []),
        ...(hasBase
          ? [
              'index.html, classify.js, tf.min.js          the example page',
              'data/                                       the same models as scripts, for the example page',
            ]
          : []),
      ],
    ],
    [
      'IN A PROGRAM OF YOUR OWN',
      [
        "const head = await tf.loadLayersModel('head-with-dropout/model.json');",
        `const probabilities = head.predict(features); // features: [pictures, ${base.features}], not standardised`,
        ...(card?.origin.kind === 'own' || !hasBase
          ? []
          : ["const base = await tf.loadGraphModel('base/model.json');"]),
        'The head standardises by its first layer. That layer is for answering: if you train on, standardise yourself and',
        'leave it out, because TensorFlow.js goes on changing it.',
      ],
    ],
    [
      'WHAT IT CANNOT DO',
      [
        'It knows these classes and nothing else: a picture of anything else gets one of them, often with a high number.',
        'It was checked on pictures like those it learned from; on others it may be much worse.',
      ],
    ],
    [
      'LICENCES',
      [
        ...(hasBase && card ? [`The base: ${card.title}. ${card.source} Licence: ${card.licence}.`] : []),
        ...(hasBase && card?.taskA ? [`It was trained on ${card.taskA.words}.`] : []),
        ...(hasBase
          ? ['tf.min.js: TensorFlow.js by Google, Apache-2.0.', 'index.html, classify.js: Transfer Lab, Apache-2.0.']
          : []),
        'The heads were trained on your pictures and are yours. The texts of the licences are in licences/.',
      ],
    ],
  ];
  return `TRANSFER LAB: A MODEL TO TAKE AWAY\n\n${sections
    .filter((section) => section !== null)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
    .join('\n')}`;
}
