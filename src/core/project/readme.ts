import { plural, t } from '@lingui/core/macro';
import type { ProjectManifest } from './projectManifest';

/** What somebody reads who finds the file without knowing the page. Lines end as Windows' editor wants them. */
export function readmeOf({ name, savedAt, classes, pictures, log }: ProjectManifest): string {
  const setAside = pictures.filter(({ test }) => test).length;
  const day = new Date(savedAt).toISOString().slice(0, 10);
  const [all, groups, experiments] = [pictures.length, classes.length, log.length];
  const lines = [
    name,
    '',
    t`A project of Transfer Lab, saved ${day}: ${plural(all, { one: '# picture', other: '# pictures' })} in ${plural(groups, { one: '# class', other: '# classes' })}, ${plural(experiments, { one: '# experiment', other: '# experiments' })} in the log.`,
    '',
    t`TO OPEN IT`,
    t`Open the Transfer Lab page and drop this ZIP on it, as it is. If you have a project open there, the page asks
whether to open this one instead, or to add its pictures to yours.`,
    '',
    t`TO READ IT ELSEWHERE`,
    t`The pictures are PNG files of 224 x 224 pixels, in one folder for each class, so most programs can read them.
The Keras script that the page offers (“Take the model away”) takes the unpacked ZIP as it is, and keeps to
transfer-lab.json: pictures that are set aside for the test are left out, pins and groups are respected.`,
    '',
    t`Other programs see the folders alone, and do not know of test pictures, pins or groups.`,
    ...(setAside > 0
      ? [
          plural(setAside, {
            one: '# picture of the locked test set is in these folders: take it out before anything learns from them, in Python:',
            other:
              '# pictures of the locked test set are in these folders: take them out before anything learns from them, in Python:',
          }),
          '',
          '    import json, pathlib',
          '    for p in json.load(open("unpacked/transfer-lab.json", encoding="utf-8"))["pictures"]:',
          '        if p.get("test"): pathlib.Path("unpacked", p["path"]).unlink()',
          '',
        ]
      : []),
    t`Move the folder “transfer-lab” away, and give the rest to, for example, Keras:`,
    '',
    '    keras.utils.image_dataset_from_directory("unpacked", image_size=(224, 224))',
    '',
    t`WHAT ELSE IS IN IT`,
    ...listOf([
      ['transfer-lab.json', t`names, classes, split, test set and settings`],
      ['transfer-lab/log/', t`the log: each experiment with its settings, curves, verdict and note`],
      [
        'transfer-lab/heads/',
        t`the trained weights of each run: RUN.bin holds numbers of four bytes, little endian;
RUN.json says what they are and where each list of them begins`,
      ],
      [
        'transfer-lab/training/',
        t`the curves of the latest run, every epoch of every seed; to be read in the same way`,
      ],
    ]),
    '',
  ];
  return lines.join('\n').replaceAll('\n', '\r\n');
}

/** Names of files, and beside them what they hold. */
const listOf = (files: readonly (readonly [file: string, words: string])[]): readonly string[] =>
  files.map(([file, words]) => `${file.padEnd(24)}${words.replaceAll('\n', `\n${' '.repeat(24)}`)}`);
