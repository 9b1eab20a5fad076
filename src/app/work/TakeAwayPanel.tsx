import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { saveAs } from 'file-saver';
import { useEffect, useMemo, useRef, useState } from 'react';
import { featureWidth, type Anatomy } from '../../core/base';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { kerasScript, type ScriptSource } from '../../core/takeaway/kerasScript';
import { tfjsCode } from '../../core/takeaway/tfjsCode';
import { CodeBlock } from '../../ui/takeaway/CodeBlock';
import { Note } from '../../ui/layout/Note';
import { ModelDownload, type ModelJob } from '../../ui/takeaway/ModelDownload';
import { useLab, useLabState } from '../context';
import { cutOf } from '../featurePlan';
import { messageOf } from '../messages';

/** The trained model as files, and the experiment as code. */
export function TakeAwayPanel() {
  const heads = useLabState((s) => s.heads);
  return (
    <section className="lab-card lab-padded takeaway" aria-labelledby="takeaway-title">
      <div>
        <h3 className="lab-h3" id="takeaway-title">
          <Trans>Take the model away</Trans>
        </h3>
        <p className="lab-soft takeaway-lead">
          <Trans>
            Both heads, their frozen base and a small page that runs them on any picture, in one ZIP. It works without
            this page and without the net; your pictures are not in it.
          </Trans>
        </p>
      </div>
      {heads ? (
        <Model heads={heads} key={heads.runId} />
      ) : (
        <p className="lab-soft takeaway-lead">
          <Trans>There are no trained heads yet: press Train, then they can be taken away.</Trans>
        </p>
      )}
      <Code />
    </section>
  );
}

function Model({ heads }: { readonly heads: TrainedHeads }) {
  const lab = useLab();
  const number = useLabState(({ log }) => log.find(({ id }) => id === heads.runId)?.number);
  const [chosen, setChosen] = useState(0);
  const [job, setJob] = useState<ModelJob>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  const seeds = heads.trials.map(({ seed }) => seed);
  const trial = chosen in seeds ? chosen : 0;
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const own = new AbortController();
    running.current = own;
    // What was cancelled may end a little later; by then it has no say.
    const show = (next: ModelJob) => {
      if (!own.signal.aborted) setJob(next);
    };
    show({ phase: 'running', done: 0, total: 0 });
    try {
      // With all that writes ZIPs; fetched when it is wanted.
      const { takeAway } = await import('../takeaway/takeAway');
      const { zip, hasBase, notes } = await takeAway(lab, heads, trial, {
        signal: own.signal,
        onProgress: ({ done, total }) => show({ phase: 'running', done, total }),
      });
      saveAs(zip, `transfer-lab-model-seed-${seeds[trial] ?? 0}.zip`);
      show({ phase: 'done', bytes: zip.size, hasBase, notes });
    } catch (error) {
      show({ phase: 'failed', reason: messageOf(error) });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setJob({ phase: 'idle' });
  };
  return (
    <ModelDownload
      experiment={number === undefined ? t`a training that is no longer in the log` : t`experiment ${number}`}
      seeds={seeds}
      trial={trial}
      onTrial={setChosen}
      job={job}
      onStart={() => void start()}
      onCancel={cancel}
    />
  );
}

/** Files that the experiment can be read as; made when they are looked at. */
const files = {
  keras: { label: t`Keras script`, title: t`the Keras script`, name: 'train_heads.py', type: 'text/x-python' },
  tfjs: {
    label: t`TensorFlow.js code`,
    title: t`the TensorFlow.js code`,
    name: 'trainHeads.js',
    type: 'text/javascript',
  },
} as const;

function Code() {
  const lab = useLab();
  const { settings, anatomy } = useLabState(({ settings, anatomy }) => ({ settings, anatomy }));
  const [shown, setShown] = useState<keyof typeof files>('keras');
  const card = lab.shelf.card(settings.base);
  /** Null: it cannot be written yet. */
  const code = useMemo(() => {
    if (!card) return null;
    const found = anatomy && cutIn(anatomy, card, settings);
    if (shown === 'tfjs') return tfjsCode({ settings, base: card, features: found?.features ?? null });
    return found && kerasScript({ settings, base: card, cut: found.cut, pooling: found.pooling });
  }, [card, anatomy, settings, shown]);
  const file = files[shown];
  return (
    <div className="takeaway-code">
      <div>
        <h4 className="lab-h3">
          <Trans>The same experiment as code</Trans>
        </h4>
        <p className="lab-soft takeaway-lead">
          <Trans>
            With the settings of the page as they are now. The Keras script takes folders of pictures, or a project file
            unpacked, whose test set, pins and groups it respects, and trains both sides, on this computer or on a
            machine with GPUs. The TensorFlow.js code builds and trains these heads on features.
          </Trans>
        </p>
      </div>
      <div>
        <SegmentedControl
          aria-label={t`Which code`}
          value={shown}
          onChange={(value) => setShown(value === 'tfjs' ? 'tfjs' : 'keras')}
          data={[
            { value: 'keras', label: files.keras.label },
            { value: 'tfjs', label: files.tfjs.label },
          ]}
        />
      </div>
      {code === null ? (
        <Note>
          {card
            ? t`The script names the layers of the base that the page cuts at, and “${card.title}” has not been loaded yet, so they are not known. They are once the base has read some pictures at station 2.`
            : t`The base of these settings is not in this browser. Choose another one at station 2.`}
        </Note>
      ) : (
        <CodeBlock
          title={file.title}
          fileName={file.name}
          code={code}
          onDownload={() => saveAs(new Blob([code], { type: `${file.type};charset=utf-8` }), file.name)}
        />
      )}
    </div>
  );
}

function cutIn(anatomy: Anatomy, card: Parameters<typeof cutOf>[0], settings: ScriptSource['settings']) {
  const cut = cutOf(card, anatomy, settings);
  return {
    cut: cut.blocks.map((at) => ({ block: at + 1, node: anatomy.blocks[at]?.node ?? '' })),
    pooling: cut.pooling,
    features: featureWidth(anatomy, cut),
  };
}
