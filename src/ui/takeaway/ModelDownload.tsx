import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { fixed } from '../../core/figures';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { Word } from '../words/Word';
import './takeaway.css';

export type ModelJob =
  | { readonly phase: 'idle' }
  /** In bytes; total 0: not known yet. */
  | { readonly phase: 'running'; readonly done: number; readonly total: number }
  | { readonly phase: 'done'; readonly bytes: number; readonly hasBase: boolean; readonly notes: readonly string[] }
  | { readonly phase: 'failed'; readonly reason: string };

export interface ModelDownloadProps {
  /** Whose heads they are: "experiment 4". */
  readonly experiment: string;
  /** Seeds whose heads there are, the first one first. */
  readonly seeds: readonly number[];
  /** Index into `seeds`. */
  readonly trial: number;
  readonly onTrial: (trial: number) => void;
  readonly job: ModelJob;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The trained heads as files that run without this page. */
export function ModelDownload({ experiment, seeds, trial, onTrial, job, onStart, onCancel }: ModelDownloadProps) {
  const id = useId();
  const only = seeds[0] ?? '';
  const isRunning = job.phase === 'running';
  return (
    <div className="takeaway-model">
      <div className="lab-row">
        {seeds.length > 1 ? (
          <div className="takeaway-seed">
            <label htmlFor={id}>
              <Trans>Heads of {experiment}, seed</Trans>
            </label>
            <NativeSelect
              id={id}
              value={String(trial)}
              disabled={isRunning}
              data={seeds.map((seed, k) => ({
                value: String(k),
                label: k === 0 ? t`${seed}, the first` : String(seed),
              }))}
              onChange={(event) => onTrial(Number(event.currentTarget.value))}
            />
          </div>
        ) : (
          <span>
            <Trans>
              Heads of {experiment}, seed {only}
            </Trans>
          </span>
        )}
        {isRunning ? (
          <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={onStart}>
            <Trans>Download the model (ZIP)</Trans>
          </Button>
        )}
      </div>
      {isRunning && (
        <div className="takeaway-progress">
          <ProgressBar label={t`Making the ZIP`} done={job.done} total={job.total} words={progressWords(job)} />
          <span className="lab-soft lab-numbers">{progressWords(job)}</span>
        </div>
      )}
      <output className="takeaway-answer">
        {job.phase === 'done' && (
          <Note>
            {savedWords(megabytes(job.bytes))}{' '}
            {job.hasBase ? (
              <Trans>
                Unpack it and open index.html: it runs <Word of="base">base</Word> and <Word of="head">heads</Word> on
                any picture, without the net.
              </Trans>
            ) : (
              <Trans>The two heads are in it.</Trans>
            )}
          </Note>
        )}
        {job.phase === 'done' &&
          job.notes.map((note) => (
            <Note key={note} tone="warn">
              {note}
            </Note>
          ))}
      </output>
      {job.phase === 'failed' && (
        <Note tone="error">
          <Trans>The model could not be packed.</Trans> {job.reason}
        </Note>
      )}
    </div>
  );
}

const progressWords = ({ done, total }: { readonly done: number; readonly total: number }) =>
  total === 0 ? t`Collecting base and heads …` : packedWords(megabytes(done), megabytes(total));

const packedWords = (done: string, total: string) => t`${done} of ${total} packed`;
const savedWords = (size: string) => t`${size} saved.`;

const megabytes = (bytes: number) => `${fixed(bytes / 1e6, 1)}\u00a0MB`;
