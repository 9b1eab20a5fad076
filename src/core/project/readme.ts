import { t } from '@lingui/core/macro';
import { count } from '../figures';
import type { ProjectManifest } from './projectManifest';

/** What somebody reads who finds the file without knowing the page. Lines end as Windows' editor wants them. */
export function readmeOf({ name, savedAt, classes, pictures, log }: ProjectManifest): string {
  const setAside = pictures.filter(({ test }) => test).length;
  const lines = [
    name,
    '',
    t`A project of Transfer Lab, saved ${new Date(savedAt).toISOString().slice(0, 10)}: ${count(pictures.length, 'picture')} in ${count(classes.length, 'class', 'classes')}, ${count(log.length, 'experiment')} in the log.`,
    '',
    t`TO OPEN IT`,
    t`Open the Transfer Lab page and drop this ZIP on it, as it is. If you have a project open there, the page asks`,
    t`whether to open this one instead, or to add its pictures to yours.`,
    '',
    t`TO READ IT ELSEWHERE`,
    t`The pictures are PNG files of 224 x 224 pixels, in one folder for each class, so most programs can read them.`,
    t`The Keras script that the page offers (“Take the model away”) takes the unpacked ZIP as it is, and keeps to`,
    t`transfer-lab.json: pictures that are set aside for the test are left out, pins and groups are respected.`,
    '',
    t`Other programs see the folders alone, and do not know of test pictures, pins or groups.`,
    ...(setAside > 0
      ? [
          t`${count(setAside, 'picture')} of the locked test set ${setAside === 1 ? 'is' : 'are'} in these folders: take ${setAside === 1 ? 'it' : 'them'} out before anything learns from them, in Python:`,
          '',
          t`    import json, pathlib`,
          t`    for p in json.load(open("unpacked/transfer-lab.json", encoding="utf-8"))["pictures"]:`,
          t`        if p.get("test"): pathlib.Path("unpacked", p["path"]).unlink()`,
          '',
        ]
      : []),
    t`Move the folder “transfer-lab” away, and give the rest to, for example, Keras:`,
    '',
    t`    keras.utils.image_dataset_from_directory("unpacked", image_size=(224, 224))`,
    '',
    t`WHAT ELSE IS IN IT`,
    t`transfer-lab.json       names, classes, split, test set and settings`,
    'transfer-lab/log/       the log: each experiment with its settings, curves, verdict and note',
    'transfer-lab/heads/     the trained weights of each run: RUN.bin holds numbers of four bytes, little endian;',
    t`                        RUN.json says what they are and where each list of them begins`,
    'transfer-lab/training/  the curves of the latest run, every epoch of every seed; to be read in the same way',
    '',
  ];
  return lines.join('\r\n');
}
