import { plural, t } from '@lingui/core/macro';
import type { BaseCard } from '../catalogue';
import { decimal } from '../figures';
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
  const { title, features } = base;
  const [names, rate] = [classes.map(({ name }) => name).join(', '), decimal(settings.dropout)];
  const sections: readonly (readonly [title: string, lines: readonly string[]] | null)[] = [
    [
      t`WHAT THIS IS`,
      [
        t`Two heads that were trained with Transfer Lab on ${names}, one without
dropout and one with it (rate ${rate}): the heads of seed ${seed}, after ${plural(epoch, { one: '# epoch', other: '# epochs' })}.`,
        hasBase
          ? t`They stand on a frozen base, which is here, too: ${title}.`
          : t`They stand on a frozen base, which is NOT here: ${title}. So there is no example page either.`,
      ],
    ],
    hasBase
      ? [
          t`TRY IT`,
          [
            t`Unpack the ZIP, then open index.html by a double click, or put the folder on any web server. Nothing needs to
be installed or built, and no picture leaves the page. classify.js is short, and meant to be read.`,
          ],
        ]
      : null,
    [
      t`FILES`,
      [
        ['head-without-dropout/, head-with-dropout/', t`each head, for tf.loadLayersModel: features -> probabilities`],
        ['labels.json', t`names of the classes, in the order of the answers`],
        ['preprocessing.json', t`from a picture to features: every step, in words and figures`],
        ...(hasBase ? [['base/', t`the frozen base: picture -> maps`]] : []),
        ...(hasCheck
          ? [['check.png, expected.json', t`a made-up picture, its features, and what Transfer Lab answers`]]
          : []),
        ...(hasBase
          ? [
              ['index.html, classify.js, tf.min.js', t`the example page`],
              ['data/', t`the same models as scripts, for the example page`],
            ]
          : []),
      ].map(([file = '', words = '']) => `${file.padEnd(44)}${words}`),
    ],
    [
      t`IN A PROGRAM OF YOUR OWN`,
      [
        "const head = await tf.loadLayersModel('head-with-dropout/model.json');",
        `const probabilities = head.predict(features); // features: [pictures, ${features}], not standardised`,
        ...(card?.origin.kind === 'own' || !hasBase
          ? []
          : ["const base = await tf.loadGraphModel('base/model.json');"]),
        t`The head standardises by its first layer. That layer is for answering: if you train on, standardise yourself and
leave it out, because TensorFlow.js goes on changing it.`,
      ],
    ],
    [
      t`WHAT IT CANNOT DO`,
      [
        t`It knows these classes and nothing else: a picture of anything else gets one of them, often with a high number.`,
        t`It was checked on pictures like those it learned from; on others it may be much worse.`,
      ],
    ],
    [
      t`LICENCES`,
      [
        ...(hasBase && card ? licenceOf(card) : []),
        ...(hasBase
          ? [t`tf.min.js: TensorFlow.js by Google, Apache-2.0.`, t`index.html, classify.js: Transfer Lab, Apache-2.0.`]
          : []),
        t`The heads were trained on your pictures and are yours. The texts of the licences are in licences/.`,
      ],
    ],
  ];
  const told = sections
    .filter((section) => section !== null)
    .map(([heading, lines]) => `${heading}\n${indented(lines)}\n`);
  return [`${t`TRANSFER LAB: A MODEL TO TAKE AWAY`}\n`, ...told].join('\n');
}

function licenceOf({ title, source, licence, taskA }: NonNullable<ReadmeSource['card']>): readonly string[] {
  const words = taskA?.words ?? '';
  return [t`The base: ${title}. ${source} Licence: ${licence}.`, ...(taskA ? [t`It was trained on ${words}.`] : [])];
}

const indented = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
