import { t } from '@lingui/core/macro';
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
      t`WHAT THIS IS`,
      [
        t`Two heads that were trained with Transfer Lab on ${classes.map(({ name }) => name).join(', ')}, one without`,
        t`dropout and one with it (rate ${settings.dropout}): the heads of seed ${seed}, after ${epoch} epochs.`,
        hasBase
          ? t`They stand on a frozen base, which is here, too: ${base.title}.`
          : t`They stand on a frozen base, which is NOT here: ${base.title}. So there is no example page either.`,
      ],
    ],
    hasBase
      ? [
          t`TRY IT`,
          [
            t`Unpack the ZIP, then open index.html by a double click, or put the folder on any web server. Nothing needs to`,
            t`be installed or built, and no picture leaves the page. classify.js is short, and meant to be read.`,
          ],
        ]
      : null,
    [
      'FILES',
      [
        t`head-without-dropout/, head-with-dropout/   each head, for tf.loadLayersModel: features -> probabilities`,
        t`labels.json                                 names of the classes, in the order of the answers`,
        t`preprocessing.json                          from a picture to features: every step, in words and figures`,
        ...(hasBase ? [t`base/                                       the frozen base: picture -> maps`] : []),
        ...(hasCheck
          ? [
              t`check.png, expected.json                    a made-up picture, its features, and what Transfer Lab answers`,
            ]
          : []),
        ...(hasBase
          ? [
              t`index.html, classify.js, tf.min.js          the example page`,
              t`data/                                       the same models as scripts, for the example page`,
            ]
          : []),
      ],
    ],
    [
      t`IN A PROGRAM OF YOUR OWN`,
      [
        t`const head = await tf.loadLayersModel('head-with-dropout/model.json');`,
        `const probabilities = head.predict(features); // features: [pictures, ${base.features}], not standardised`,
        ...(card?.origin.kind === 'own' || !hasBase
          ? []
          : [t`const base = await tf.loadGraphModel('base/model.json');`]),
        t`The head standardises by its first layer. That layer is for answering: if you train on, standardise yourself and`,
        t`leave it out, because TensorFlow.js goes on changing it.`,
      ],
    ],
    [
      t`WHAT IT CANNOT DO`,
      [
        t`It knows these classes and nothing else: a picture of anything else gets one of them, often with a high number.`,
        'It was checked on pictures like those it learned from; on others it may be much worse.',
      ],
    ],
    [
      'LICENCES',
      [
        ...(hasBase && card ? [t`The base: ${card.title}. ${card.source} Licence: ${card.licence}.`] : []),
        ...(hasBase && card?.taskA ? [t`It was trained on ${card.taskA.words}.`] : []),
        ...(hasBase
          ? [t`tf.min.js: TensorFlow.js by Google, Apache-2.0.`, t`index.html, classify.js: Transfer Lab, Apache-2.0.`]
          : []),
        t`The heads were trained on your pictures and are yours. The texts of the licences are in licences/.`,
      ],
    ],
  ];
  return t`TRANSFER LAB: A MODEL TO TAKE AWAY\n\n${sections
    .filter((section) => section !== null)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
    .join('\n')}`;
}
